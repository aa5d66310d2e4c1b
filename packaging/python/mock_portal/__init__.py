# SPDX-License-Identifier: Apache-2.0
"""An emulated Portal for ArcGIS and ArcGIS Server that start inside a test and say why they refuse a request.

With pytest, a test that has the argument ``mock_portal`` gets a portal of its own::

    def test_login(mock_portal):
        token = mock_portal.token("viewer")

Without pytest: ``with mock_portal.MockPortal() as mock: …``. The command ``mock-portal`` is installed with this package.
"""
from ._http import ControlError
from ._serving import Clock, Deployment, MockPortal
from .control import Control

__all__ = ["Clock", "Control", "ControlError", "Deployment", "MockPortal"]
__version__ = "0"  # written when the wheel is made
