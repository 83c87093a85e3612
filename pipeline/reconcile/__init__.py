"""Claims × hardware model × claims → explained findings: runs the warehouse's checks, which are `.sql` files."""

from __future__ import annotations

from pipeline.reconcile.check_file import Check, CheckLibrary, load_checks
from pipeline.reconcile.runner import CheckReport, reconcile

__all__ = ["Check", "CheckLibrary", "CheckReport", "load_checks", "reconcile"]
