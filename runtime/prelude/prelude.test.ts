import { describe, expect, it } from 'vitest';
import { currentSource, preludeSource } from '../../.ci/embed-prelude.mjs';

describe('the prelude', () => {
  it('is embedded as its .py files are (else run `node .ci/embed-prelude.mjs`)', () => {
    expect(currentSource() === preludeSource()).toBe(true);
  });
});
