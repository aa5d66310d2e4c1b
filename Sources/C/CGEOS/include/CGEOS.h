// SPDX-License-Identifier: Apache-2.0

#pragma once
#include <geos_c.h>

// GEOS is loaded when the first two geometries are compared: a start that compares none need not
// map it and bind its names.
#define MP_GEOS_FUNCTIONS(F)                                                                                           \
    F(GEOSArea_r) F(GEOSBoundary_r) F(GEOSBufferWithStyle_r) F(GEOSBuffer_r) F(GEOSClipByRect_r) F(GEOSContains_r)     \
    F(GEOSConvexHull_r) F(GEOSCoordSeq_copyFromArrays_r) F(GEOSCoordSeq_copyToArrays_r) F(GEOSCoordSeq_getSize_r)      \
    F(GEOSCovers_r) F(GEOSCrosses_r) F(GEOSDifference_r) F(GEOSDistance_r) F(GEOSFree_r) F(GEOSGeomGetX_r)             \
    F(GEOSGeomGetY_r) F(GEOSGeomTypeId_r) F(GEOSGeom_clone_r) F(GEOSGeom_createCollection_r)                           \
    F(GEOSGeom_createLineString_r) F(GEOSGeom_createLinearRing_r) F(GEOSGeom_createPointFromXY_r)                      \
    F(GEOSGeom_createPolygon_r) F(GEOSGeom_destroy_r) F(GEOSGeom_getCoordSeq_r) F(GEOSGeom_getDimensions_r)            \
    F(GEOSGeom_getXMax_r) F(GEOSGeom_getXMin_r) F(GEOSGeom_getYMax_r) F(GEOSGeom_getYMin_r) F(GEOSGetCentroid_r)       \
    F(GEOSGetExteriorRing_r) F(GEOSGetGeometryN_r) F(GEOSGetInteriorRingN_r) F(GEOSGetNumGeometries_r)                 \
    F(GEOSGetNumInteriorRings_r) F(GEOSIntersection_r) F(GEOSIntersects_r) F(GEOSLineMerge_r) F(GEOSMakeValid_r)       \
    F(GEOSOffsetCurve_r) F(GEOSOverlaps_r) F(GEOSPointOnSurface_r) F(GEOSPolygonize_r) F(GEOSRelatePattern_r)          \
    F(GEOSRelate_r) F(GEOSTouches_r) F(GEOSUnaryUnion_r) F(GEOSUnion_r) F(GEOSWithin_r) F(GEOS_finish_r)               \
    F(GEOS_init_r) F(GEOSisEmpty_r) F(GEOSisValid_r)

// The functions that are used, under their own names.
typedef struct mp_geos {
#define F(name) __typeof__(name) *_Nonnull name;
    MP_GEOS_FUNCTIONS(F)
#undef F
} mp_geos;

// The library. The first call loads it; from any thread. Where there is none, what begins its use returns NULL, and
// mp_missing_library() of the thread says so.
const mp_geos *_Nonnull mp_geos_library(void);
