"""The data that the lessons look at, made or loaded without a network.

Holds the rebuilt data of the notebook that the course grew from, fresh data of the same kind, and
a photograph. Leaves out everything that would have to be downloaded.
"""

import numpy as np


def outlier_data(n=10_000, seed=0, outlier=1000.0):
    """Return `n` values uniform in -50..150, rounded to two decimals, the last one an outlier.

    A float64 array of shape ``(n,)``, the same for the same `seed` on every platform and with every
    NumPy that keeps the stream of `numpy.random.default_rng`.

    >>> outlier_data(n=4)
    array([  77.39,    3.96,  -41.81, 1000.  ])
    """
    x = np.round(np.random.default_rng(seed).uniform(-50, 150, n), 2)
    x[-1] = outlier
    return x


def seed_data():
    """Return data that reproduces every number the original notebook printed.

    Its author fixed no random state, so the 10,000 values themselves are lost. What its printed
    output tells is kept: the first and last three values, the two smallest (-49.99, -49.97) and the
    two largest (149.94, 1000.0); the rest is drawn anew between them.

    >>> x = seed_data()
    >>> x[:3], x[-3:]
    (array([17.46, 43.47, 21.64]), array([  79.29,  149.12, 1000.  ]))
    """
    x = np.clip(outlier_data(), -49.97, 149.94)
    x[:3] = 17.46, 43.47, 21.64
    x[3:6] = -49.99, -49.97, 149.94
    x[-3:] = 79.29, 149.12, 1000.0
    return x


def photo():
    """Return the photograph of Grace Hopper that ships with matplotlib, as grey values.

    A uint8 array of shape ``(600, 512)``, 0 black to 255 white; the weights of red, green and blue
    are those of ITU-R BT.601. A work of the U.S. Navy, in the public domain.

    >>> photo().shape
    (600, 512)
    """
    # Imported here, so that `import quantlib` needs NumPy alone.
    from matplotlib import cbook, image

    with cbook.get_sample_data("grace_hopper.jpg") as file:
        colours = image.imread(file)
    return np.rint(colours @ [0.299, 0.587, 0.114]).astype(np.uint8)
