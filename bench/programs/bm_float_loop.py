"""A float loop: a damped oscillator, step by step."""
bm_params = (150_000,)


def run(n):
    x = 1.0
    v = 0.0
    dt = 0.001
    for _ in range(n):
        a = -4.0 * x - 0.1 * v
        v = v + a * dt
        x = x + v * dt
    return x * x + v * v


def result(n):
    """The same steps as powers of a 2x2 matrix; equal up to rounding."""
    dt = 0.001
    m = (1 - 4 * dt * dt, dt - 0.1 * dt * dt, -4 * dt, 1 - 0.1 * dt)
    p = (1.0, 0.0, 0.0, 1.0)
    while n > 0:
        if n % 2:
            p = times(p, m)
        m = times(m, m)
        n //= 2
    return p[0] * p[0] + p[2] * p[2]


def times(p, q):
    return (
        p[0] * q[0] + p[1] * q[2],
        p[0] * q[1] + p[1] * q[3],
        p[2] * q[0] + p[3] * q[2],
        p[2] * q[1] + p[3] * q[3],
    )
