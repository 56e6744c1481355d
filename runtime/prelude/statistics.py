"""Means, medians and spreads."""
import math
from math import erf, exp, fsum, hypot, log, sqrt, tau

__all__ = [
    "NormalDist", "StatisticsError", "correlation", "covariance", "fmean", "geometric_mean", "harmonic_mean",
    "linear_regression", "mean", "median", "median_grouped", "median_high", "median_low", "mode", "multimode", "pstdev",
    "pvariance", "quantiles", "stdev", "variance",
]


class StatisticsError(ValueError):
    pass


def _ratio(x):
    """An exact (numerator, denominator); for infinities and NaN (x, None)."""
    try:
        return x.as_integer_ratio()
    except AttributeError:
        pass
    except (OverflowError, ValueError):
        return x, None
    try:
        return x.numerator, x.denominator
    except AttributeError:
        raise TypeError(f"can't convert type '{type(x).__name__}' to numerator/denominator")


def _coerce(T, S):
    """The type of results from values of types T and S."""
    if T is S or S is int or S is bool:
        return T
    if T is int:
        return S
    if issubclass(S, T):
        return S
    if issubclass(T, S) or issubclass(S, int):
        return T
    if issubclass(T, int):
        return S
    if T.__name__ == "Fraction" and issubclass(S, float):
        return S
    if issubclass(T, float) and S.__name__ == "Fraction":
        return T
    raise TypeError(f"don't know how to coerce {T.__name__} and {S.__name__}")


def _total(data):
    """Returns (type, exact numerator, denominator, count). An infinity or NaN has denominator None."""
    T = int
    count = 0
    parts = {}
    special = None
    for x in data:
        count += 1
        T = _coerce(T, type(x))
        n, d = _ratio(x)
        if d is None:
            special = n if special is None else special + n
        else:
            parts[d] = parts.get(d, 0) + n
    if special is not None:
        return T, special, None, count
    numerator, denominator = 0, 1
    for d, n in parts.items():
        numerator = numerator * d + n * denominator
        denominator *= d
        common = math.gcd(numerator, denominator)
        numerator //= common
        denominator //= common
    return T, numerator, denominator, count


def _convert(n, d, T):
    """n/d as type T."""
    if d is None:
        return n if T is int else T(n)
    common = math.gcd(n, d)
    if common > 1:
        n //= common
        d //= common
    if T is float:
        return n / d
    if issubclass(T, int):
        return n if d == 1 and T is int else n / d
    try:
        return T(n, d) if T.__name__ == "Fraction" else T(n) / T(d)
    except TypeError:
        return T(n) / T(d)


def _nonempty(data, name):
    data = list(data)
    if not data:
        raise StatisticsError(f"{name} requires at least one data point")
    return data


def mean(data):
    """The arithmetic mean."""
    T, n, d, count = _total(data)
    if count < 1:
        raise StatisticsError("mean requires at least one data point")
    if d is None:
        return _convert(n, None, T)
    return _convert(n, d * count, T)


def fmean(data, weights=None):
    """The arithmetic mean as a float, quickly."""
    data = list(data)
    n = len(data)
    if weights is None:
        if not n:
            raise StatisticsError("fmean requires at least one data point")
        return fsum(data) / n
    weights = list(weights)
    if n != len(weights):
        raise StatisticsError("data and weights must be the same length")
    den = fsum(weights)
    if not den:
        raise StatisticsError("sum of weights must be non-zero")
    return fsum([x * w for x, w in zip(data, weights)]) / den


def geometric_mean(data):
    try:
        return exp(fmean([log(x) for x in data]))
    except ValueError:
        raise StatisticsError("geometric mean requires a non-empty dataset containing positive numbers") from None


def harmonic_mean(data, weights=None):
    data = list(data)
    message = "harmonic mean does not support negative values"
    n = len(data)
    if n < 1:
        raise StatisticsError("harmonic_mean requires at least one data point")
    if n == 1 and weights is None:
        x = data[0]
        if x < 0:
            raise StatisticsError(message)
        return x
    if weights is None:
        weights = [1] * n
        total = n
    else:
        weights = list(weights)
        if len(weights) != n:
            raise StatisticsError("Number of weights does not match data size")
        total = sum(weights)
    if any(x < 0 for x in data):
        raise StatisticsError(message)
    if 0 in data:
        return 0
    T, numerator, d, _ = _total([w / x if w else 0 for w, x in zip(weights, data)])
    if numerator <= 0:
        raise StatisticsError("Weighted sum must be positive")
    if isinstance(total, int):
        return _convert(total * d, numerator, T)
    return total / _convert(numerator, d, T)


def median(data):
    """The middle value; of an even number the mean of the two."""
    data = sorted(data)
    n = len(data)
    if n == 0:
        raise StatisticsError("no median for empty data")
    if n % 2 == 1:
        return data[n // 2]
    return (data[n // 2 - 1] + data[n // 2]) / 2


def median_low(data):
    data = sorted(data)
    n = len(data)
    if n == 0:
        raise StatisticsError("no median for empty data")
    return data[n // 2] if n % 2 == 1 else data[n // 2 - 1]


def median_high(data):
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    return data[len(data) // 2]


def median_grouped(data, interval=1):
    from bisect import bisect_left, bisect_right

    data = sorted(data)
    n = len(data)
    if not n:
        raise StatisticsError("no median for empty data")
    x = data[n // 2]
    i = bisect_left(data, x)
    j = bisect_right(data, x, lo=i)
    try:
        interval = float(interval)
        x = float(x)
    except ValueError:
        raise TypeError("Value cannot be converted to a float")
    return (x - interval / 2.0) + interval * (n / 2 - i) / (j - i)


def mode(data):
    """The most frequent value, the first of several."""
    from collections import Counter

    pairs = Counter(iter(data)).most_common(1)
    if not pairs:
        raise StatisticsError("no mode for empty data")
    return pairs[0][0]


def multimode(data):
    """All most frequent values."""
    from collections import Counter

    counts = Counter(iter(data))
    if not counts:
        return []
    top = max(counts.values())
    return [value for value, count in counts.items() if count == top]


def quantiles(data, *, n=4, method="exclusive"):
    """The n - 1 values that cut the data into n equal parts."""
    if n < 1:
        raise StatisticsError("n must be at least 1")
    data = sorted(data)
    ld = len(data)
    if ld < 2:
        raise StatisticsError("must have at least two data points")
    result = []
    if method == "inclusive":
        m = ld - 1
        for i in range(1, n):
            j, delta = divmod(i * m, n)
            result.append((data[j] * (n - delta) + data[j + 1] * delta) / n)
        return result
    if method == "exclusive":
        m = ld + 1
        for i in range(1, n):
            j = i * m // n
            j = 1 if j < 1 else ld - 1 if j > ld - 1 else j
            delta = i * m - j * n
            result.append((data[j - 1] * (n - delta) + data[j] * delta) / n)
        return result
    raise ValueError(f"Unknown method: {method!r}")


def _squares(data, center=None):
    """Returns (type, exact sum of squared deviations as a ratio, mean as a ratio, count)."""
    data = list(data)
    T, n, d, count = _total(data)
    if count == 0:
        return T, 0, 1, 0
    if center is not None:
        cn, cd = _ratio(center)
    elif d is None:
        return T, n, None, count
    else:
        cn, cd = n, d * count
    if d is None:
        return T, n, None, count
    parts = {}
    for x in data:
        xn, xd = _ratio(x)
        dn = xn * cd - cn * xd
        dd = xd * cd
        parts[dd * dd] = parts.get(dd * dd, 0) + dn * dn
    numerator, denominator = 0, 1
    for dd, dn in parts.items():
        numerator = numerator * dd + dn * denominator
        denominator *= dd
        common = math.gcd(numerator, denominator)
        numerator //= common
        denominator //= common
    return T, numerator, denominator, count


def variance(data, xbar=None):
    """The variance of a sample."""
    T, n, d, count = _squares(data, xbar)
    if count < 2:
        raise StatisticsError("variance requires at least two data points")
    return _convert(n, None if d is None else d * (count - 1), T)


def pvariance(data, mu=None):
    """The variance of a population."""
    T, n, d, count = _squares(data, mu)
    if count < 1:
        raise StatisticsError("pvariance requires at least one data point")
    return _convert(n, None if d is None else d * count, T)


def _root(n, m):
    """The correctly rounded square root of n/m."""
    if n == 0:
        return 0.0
    # Enough bits that the rounding of the integer root cannot matter; the last bit says whether it was exact.
    shift = max(0, (n.bit_length() - m.bit_length() - 109) // 2)
    if n.bit_length() - m.bit_length() - 109 >= 0:
        q = (n // (m << (2 * shift)))
        root = math.isqrt(q)
        return float((root | (root * root * (m << (2 * shift)) != n)) << shift)
    shift = -((n.bit_length() - m.bit_length() - 109) // 2)
    numerator = n << (2 * shift)
    root = math.isqrt(numerator // m)
    return (root | (root * root * m != numerator)) / (1 << shift)


def stdev(data, xbar=None):
    """The standard deviation of a sample."""
    T, n, d, count = _squares(data, xbar)
    if count < 2:
        raise StatisticsError("stdev requires at least two data points")
    return sqrt(n) if d is None else _root(n, d * (count - 1))


def pstdev(data, mu=None):
    """The standard deviation of a population."""
    T, n, d, count = _squares(data, mu)
    if count < 1:
        raise StatisticsError("pstdev requires at least one data point")
    return sqrt(n) if d is None else _root(n, d * count)


def covariance(x, y, /):
    n = len(x)
    if len(y) != n:
        raise StatisticsError("covariance requires that both inputs have same number of data points")
    if n < 2:
        raise StatisticsError("covariance requires at least two data points")
    xbar = fsum(x) / n
    ybar = fsum(y) / n
    return fsum([(xi - xbar) * (yi - ybar) for xi, yi in zip(x, y)]) / (n - 1)


def correlation(x, y, /):
    n = len(x)
    if len(y) != n:
        raise StatisticsError("correlation requires that both inputs have same number of data points")
    if n < 2:
        raise StatisticsError("correlation requires at least two data points")
    xbar = fsum(x) / n
    ybar = fsum(y) / n
    sxy = fsum([(xi - xbar) * (yi - ybar) for xi, yi in zip(x, y)])
    sxx = fsum([(d := xi - xbar) * d for xi in x])
    syy = fsum([(d := yi - ybar) * d for yi in y])
    try:
        return sxy / sqrt(sxx * syy)
    except ZeroDivisionError:
        raise StatisticsError("at least one of the inputs is constant")


def linear_regression(x, y, /, *, proportional=False):
    """Slope and intercept of the line of least squares."""
    from collections import namedtuple

    n = len(x)
    if len(y) != n:
        raise StatisticsError("linear regression requires that both inputs have same number of data points")
    if n < 2:
        raise StatisticsError("linear regression requires at least two data points")
    if proportional:
        sxy = fsum([xi * yi for xi, yi in zip(x, y)])
        sxx = fsum([xi * xi for xi in x])
    else:
        xbar = fsum(x) / n
        ybar = fsum(y) / n
        sxy = fsum([(xi - xbar) * (yi - ybar) for xi, yi in zip(x, y)])
        sxx = fsum([(d := xi - xbar) * d for xi in x])
    try:
        slope = sxy / sxx
    except ZeroDivisionError:
        raise StatisticsError("x is constant")
    intercept = 0.0 if proportional else ybar - slope * xbar
    return namedtuple("LinearRegression", ("slope", "intercept"))(slope=slope, intercept=intercept)


class NormalDist:
    """A normal distribution."""

    __slots__ = {"_mu": "Arithmetic mean of a normal distribution", "_sigma": "Standard deviation of a normal distribution"}

    def __init__(self, mu=0.0, sigma=1.0):
        if sigma < 0.0:
            raise StatisticsError("sigma must be non-negative")
        self._mu = float(mu)
        self._sigma = float(sigma)

    @classmethod
    def from_samples(cls, data):
        data = list(data)
        return cls(float(mean(data)), stdev(data))

    def samples(self, n, *, seed=None):
        import random

        gauss = random.gauss if seed is None else random.Random(seed).gauss
        return [gauss(self._mu, self._sigma) for _ in range(n)]

    def pdf(self, x):
        variance = self._sigma * self._sigma
        if not variance:
            raise StatisticsError("pdf() not defined when sigma is zero")
        diff = x - self._mu
        return exp(diff * diff / (-2.0 * variance)) / sqrt(tau * variance)

    def cdf(self, x):
        if not self._sigma:
            raise StatisticsError("cdf() not defined when sigma is zero")
        return 0.5 * (1.0 + erf((x - self._mu) / (self._sigma * sqrt(2.0))))

    def zscore(self, x):
        if not self._sigma:
            raise StatisticsError("zscore() not defined when sigma is zero")
        return (x - self._mu) / self._sigma

    mean = property(lambda self: self._mu)
    median = property(lambda self: self._mu)
    mode = property(lambda self: self._mu)
    stdev = property(lambda self: self._sigma)
    variance = property(lambda self: self._sigma * self._sigma)

    def __add__(self, other):
        if isinstance(other, NormalDist):
            return NormalDist(self._mu + other._mu, hypot(self._sigma, other._sigma))
        return NormalDist(self._mu + other, self._sigma)

    def __sub__(self, other):
        if isinstance(other, NormalDist):
            return NormalDist(self._mu - other._mu, hypot(self._sigma, other._sigma))
        return NormalDist(self._mu - other, self._sigma)

    def __mul__(self, other):
        return NormalDist(self._mu * other, self._sigma * math.fabs(other))

    def __truediv__(self, other):
        return NormalDist(self._mu / other, self._sigma / math.fabs(other))

    def __pos__(self):
        return NormalDist(self._mu, self._sigma)

    def __neg__(self):
        return NormalDist(-self._mu, self._sigma)

    __radd__ = __add__
    __rmul__ = __mul__

    def __rsub__(self, other):
        return -(self - other)

    def __eq__(self, other):
        if not isinstance(other, NormalDist):
            return NotImplemented
        return self._mu == other._mu and self._sigma == other._sigma

    def __hash__(self):
        return hash((self._mu, self._sigma))

    def __repr__(self):
        return f"{type(self).__name__}(mu={self._mu!r}, sigma={self._sigma!r})"
