"""The sample library planned and rendered once."""

from __future__ import annotations

import pytest

from sitegen.page import Plan
from sitegen.plan import plan_site
from sitegen.plan.library import Site, make_site
from sitegen.render import render_site
from tests.plan.sample import sample_config, sample_library


@pytest.fixture(scope="session")
def site() -> Site:
    """Give the sample as what pages are made from."""
    return make_site(sample_library(), sample_config())


@pytest.fixture(scope="session")
def plan() -> Plan:
    """Give the plan of the sample in English, French and Indonesian."""
    return plan_site(sample_library(), sample_config())


@pytest.fixture(scope="session")
def files(plan: Plan) -> dict[str, bytes]:
    """Give every file of the sample's site by its path."""
    return {file.path: file.data for file in render_site(plan, sample_config())}
