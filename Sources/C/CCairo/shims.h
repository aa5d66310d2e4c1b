// SPDX-License-Identifier: Apache-2.0

#pragma once
#include <cairo-pdf.h>
#include <cairo-ps.h>
#include <cairo-svg.h>
#include <cairo.h>
