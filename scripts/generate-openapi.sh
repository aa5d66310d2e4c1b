#!/bin/bash
# The OpenAPI document of the control endpoints, from the code.
cd "$(dirname "$0")/.." || exit 1
.build/debug/mock-portal schema --openapi >docs/openapi.json
