import dragoman


def test_public_names_are_sorted_complete_and_few() -> None:
    assert dragoman.__all__ == sorted(dragoman.__all__, key=lambda name: (name.startswith("_"), name))
    assert len(dragoman.__all__) < 25
    assert all(hasattr(dragoman, name) for name in dragoman.__all__)


def test_every_public_name_is_documented() -> None:
    for name in dragoman.__all__:
        if name != "__version__":
            assert (getattr(dragoman, name).__doc__ or "").strip(), name
