#!/bin/bash
# The OpenAPI document of the control endpoints, from the code; and the clients that the packages have of it.
cd "$(dirname "$0")/.." || exit 1
.build/debug/mock-portal schema --openapi >docs/openapi.json
python3 packaging/clients.py
