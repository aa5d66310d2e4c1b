// SPDX-License-Identifier: Apache-2.0

// Nothing to call: see CLasting.c.
#pragma once
