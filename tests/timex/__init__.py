"""Tests of the timex stage."""
