"""Text in lines of limited width."""

__all__ = ["TextWrapper", "wrap", "fill", "dedent", "indent", "shorten"]

_whitespace = "\t\n\x0b\x0c\r "


def _is_letter(c):
    return c.isalpha()


def _is_word_or_punctuation(c):
    return c.isalnum() or c in "_!\"'&.,?"


def _is_opening(c):
    return c.isalnum() or c == "_" or c in "\"'"


class TextWrapper:
    """Breaks paragraphs into lines; its attributes say how."""

    x = " "

    def __init__(
        self, width=70, initial_indent="", subsequent_indent="", expand_tabs=True, replace_whitespace=True,
        fix_sentence_endings=False, break_long_words=True, drop_whitespace=True, break_on_hyphens=True, tabsize=8, *,
        max_lines=None, placeholder=" [...]"
    ):
        self.width = width
        self.initial_indent = initial_indent
        self.subsequent_indent = subsequent_indent
        self.expand_tabs = expand_tabs
        self.replace_whitespace = replace_whitespace
        self.fix_sentence_endings = fix_sentence_endings
        self.break_long_words = break_long_words
        self.drop_whitespace = drop_whitespace
        self.break_on_hyphens = break_on_hyphens
        self.tabsize = tabsize
        self.max_lines = max_lines
        self.placeholder = placeholder

    def _munge_whitespace(self, text):
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            text = text.translate({ord(c): " " for c in _whitespace})
        return text

    def _split(self, text):
        """The pieces between which lines can be broken: words, parts of hyphenated ones, and blanks."""
        chunks = []
        i = 0
        n = len(text)
        while i < n:
            start = i
            blank = text[i] in _whitespace
            while i < n and (text[i] in _whitespace) == blank:
                i += 1
            run = text[start:i]
            if blank or not self.break_on_hyphens:
                chunks.append(run)
            else:
                chunks.extend(_split_at_hyphens(run))
        return chunks

    def _fix_sentence_endings(self, chunks):
        i = 0
        while i < len(chunks) - 1:
            if chunks[i + 1] == " " and _ends_sentence(chunks[i]):
                chunks[i + 1] = "  "
                i += 2
            else:
                i += 1

    def _handle_long_word(self, reversed_chunks, cur_line, cur_len, width):
        space_left = 1 if width < 1 else width - cur_len
        if self.break_long_words:
            end = space_left
            chunk = reversed_chunks[-1]
            if self.break_on_hyphens and len(chunk) > space_left:
                hyphen = chunk.rfind("-", 0, space_left)
                if hyphen > 0 and any(c != "-" for c in chunk[:hyphen]):
                    end = hyphen + 1
            cur_line.append(chunk[:end])
            reversed_chunks[-1] = chunk[end:]
        elif not cur_line:
            cur_line.append(reversed_chunks.pop())

    def _wrap_chunks(self, chunks):
        lines = []
        if self.width <= 0:
            raise ValueError("invalid width %r (must be > 0)" % self.width)
        if self.max_lines is not None:
            indent = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(indent) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError("placeholder too large for max width")
        chunks.reverse()
        while chunks:
            cur_line = []
            cur_len = 0
            indent = self.subsequent_indent if lines else self.initial_indent
            width = self.width - len(indent)
            if self.drop_whitespace and chunks[-1].strip() == "" and lines:
                del chunks[-1]
            while chunks:
                length = len(chunks[-1])
                if cur_len + length > width:
                    break
                cur_line.append(chunks.pop())
                cur_len += length
            if chunks and len(chunks[-1]) > width:
                self._handle_long_word(chunks, cur_line, cur_len, width)
                cur_len = sum(map(len, cur_line))
            if self.drop_whitespace and cur_line and cur_line[-1].strip() == "":
                cur_len -= len(cur_line[-1])
                del cur_line[-1]
            if not cur_line:
                continue
            if (
                self.max_lines is None
                or len(lines) + 1 < self.max_lines
                or (not chunks or (self.drop_whitespace and len(chunks) == 1 and not chunks[0].strip())) and cur_len <= width
            ):
                lines.append(indent + "".join(cur_line))
                continue
            # The last line that is allowed: room for the placeholder must be found.
            while cur_line:
                if cur_line[-1].strip() and cur_len + len(self.placeholder) <= width:
                    cur_line.append(self.placeholder)
                    lines.append(indent + "".join(cur_line))
                    break
                cur_len -= len(cur_line[-1])
                del cur_line[-1]
            else:
                if lines:
                    prev_line = lines[-1].rstrip()
                    if len(prev_line) + len(self.placeholder) <= self.width:
                        lines[-1] = prev_line + self.placeholder
                        break
                lines.append(indent + self.placeholder.lstrip())
            break
        return lines

    def _split_chunks(self, text):
        return self._split(self._munge_whitespace(text))

    def wrap(self, text):
        """The lines of a paragraph."""
        chunks = self._split_chunks(text)
        if self.fix_sentence_endings:
            self._fix_sentence_endings(chunks)
        return self._wrap_chunks(chunks)

    def fill(self, text):
        """The lines of a paragraph as one string."""
        return "\n".join(self.wrap(text))


def _split_at_hyphens(run):
    """Breaks a word after hyphens between letters, and before and after dashes (`--`)."""
    parts = []
    start = 0
    i = 0
    n = len(run)
    while i < n:
        if run[i] != "-":
            i += 1
            continue
        end = i
        while end < n and run[end] == "-":
            end += 1
        if end - i >= 2:
            # A dash with words at both sides is a piece of its own.
            if i > 0 and _is_word_or_punctuation(run[i - 1]) and end < n and (run[end].isalnum() or run[end] == "_"):
                if i > start:
                    parts.append(run[start:i])
                parts.append(run[i:end])
                start = end
            i = end
            continue
        before = run[start:i]
        two_letters = len(before) >= 2 and before[-1].isalpha() and before[-2].isalpha()
        letter_hyphen_letter = len(before) >= 3 and before[-1].isalpha() and before[-2] == "-" and before[-3].isalpha()
        if two_letters or letter_hyphen_letter:
            after = run[end : end + 2]
            if len(after) == 2 and after[0].isalpha() and (after[1].isalpha() or after[1] == "-"):
                if after[1].isalpha() or (len(run) > end + 2 and run[end + 2].isalpha()):
                    parts.append(run[start:end])
                    start = end
        i = end
    if start < n:
        parts.append(run[start:])
    return parts


def _ends_sentence(chunk):
    """Lower-case letter, then one of .!?, then perhaps a quote."""
    if chunk[-1:] in ("'", '"'):
        chunk = chunk[:-1]
    return len(chunk) >= 2 and chunk[-1] in ".!?" and "a" <= chunk[-2] <= "z"


def wrap(text, width=70, **kwargs):
    """The lines of a paragraph, at most `width` long."""
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    """The text on one line, with a placeholder where it had to be cut."""
    return TextWrapper(width=width, max_lines=1, **kwargs).fill(" ".join(text.strip().split()))


def dedent(text):
    """Takes the blanks away with which all lines begin."""
    lines = text.split("\n")
    margin = None
    for i, line in enumerate(lines):
        stripped = line.lstrip(" \t")
        if not stripped:
            lines[i] = ""
            continue
        lead = line[: len(line) - len(stripped)]
        if margin is None:
            margin = lead
        elif not lead.startswith(margin):
            # The longest beginning in common.
            k = 0
            while k < len(margin) and k < len(lead) and margin[k] == lead[k]:
                k += 1
            margin = margin[:k]
    if margin:
        lines = [line[len(margin) :] if line else line for line in lines]
    return "\n".join(lines)


def indent(text, prefix, predicate=None):
    """Puts `prefix` before the lines that are not blank, or that the predicate takes."""
    if predicate is None:
        predicate = str.strip
    return "".join([prefix + line if predicate(line) else line for line in text.splitlines(True)])
