"""The parser's matrix products: by NumPy's library, on one thread; only `sentences/parse.py` needs it.

spaCy multiplies with BLIS, which knows fewer processors than NumPy's OpenBLAS: on those with AVX-512 that it does not
know it takes twice as long. Sums may differ in their last digit, as they do from one processor to another.
"""

from contextlib import AbstractContextManager, nullcontext
from functools import cache

from thinc.api import get_current_ops, use_ops
from threadpoolctl import ThreadpoolController


def prefer_numpy() -> AbstractContextManager[object]:
    """While this holds, networks are made that multiply with NumPy's library, unless a GPU or the like was chosen."""
    return use_ops("numpy", use_blis=False) if get_current_ops().name == "numpy" else nullcontext()


def on_one_thread() -> AbstractContextManager[object]:
    """While this holds, NumPy's library uses one thread, so that workers do not fight over cores."""
    limit: AbstractContextManager[object] = _find_libraries().limit(limits=1, user_api="blas")
    return limit


@cache
def _find_libraries() -> ThreadpoolController:
    # To look for them takes milliseconds; NumPy, which loads them, is imported by thinc.
    return ThreadpoolController()
