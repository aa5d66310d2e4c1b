// SPDX-License-Identifier: Apache-2.0

#pragma once
#include <geodesic.h>
#include <proj.h>

// PROJ is loaded when the first coordinate of a local system has to be moved, not at the start of every process: it
// brings forty libraries along, which cost 13 ms (measured) of a start that takes 25.
#define MP_PROJ_FUNCTIONS(F)                                                                                           \
    F(proj_context_get_database_path)                                                                                  \
    F(proj_context_create) F(proj_context_destroy) F(proj_context_errno) F(proj_context_errno_string)                  \
    F(proj_context_set_enable_network) F(proj_context_get_database_metadata) F(proj_log_level)                         \
    F(proj_create) F(proj_create_from_database) F(proj_create_from_name) F(proj_create_from_wkt)                       \
    F(proj_create_crs_to_crs_from_pj) F(proj_normalize_for_visualization) F(proj_destroy) F(proj_clone)                \
    F(proj_errno) F(proj_errno_reset) F(proj_errno_string) F(proj_trans)                                               \
    F(proj_trans_array) F(proj_trans_generic) F(proj_trans_bounds) F(proj_get_type) F(proj_is_deprecated)              \
    F(proj_is_equivalent_to) F(proj_identify) F(proj_get_name) F(proj_get_id_auth_name) F(proj_get_id_code)            \
    F(proj_get_area_of_use) F(proj_as_wkt) F(proj_as_projjson) F(proj_as_proj_string) F(proj_get_source_crs)           \
    F(proj_get_target_crs) F(proj_crs_get_geodetic_crs) F(proj_crs_get_horizontal_datum) F(proj_crs_get_datum)         \
    F(proj_crs_get_datum_ensemble) F(proj_crs_get_coordinate_system) F(proj_crs_get_coordoperation)                    \
    F(proj_crs_get_sub_crs) F(proj_cs_get_type) F(proj_cs_get_axis_count) F(proj_cs_get_axis_info)                     \
    F(proj_get_ellipsoid) F(proj_ellipsoid_get_parameters) F(proj_get_prime_meridian)                                  \
    F(proj_create_operation_factory_context) F(proj_operation_factory_context_destroy)                                 \
    F(proj_operation_factory_context_set_area_of_interest)                                                             \
    F(proj_operation_factory_context_set_grid_availability_use)                                                        \
    F(proj_operation_factory_context_set_spatial_criterion) F(proj_create_operations)                                  \
    F(proj_operation_factory_context_set_allow_use_intermediate_crs) F(proj_list_get_count) F(proj_list_get)           \
    F(proj_list_destroy) F(proj_coordoperation_get_accuracy) F(proj_coordoperation_get_grid_used_count)                \
    F(proj_coordoperation_get_grid_used) F(proj_coordoperation_is_instantiable)                                        \
    F(proj_coordoperation_has_ballpark_transformation) F(proj_concatoperation_get_step_count)                          \
    F(proj_concatoperation_get_step) F(proj_get_codes_from_database) F(proj_string_list_destroy)                       \
    F(proj_get_crs_list_parameters_create) F(proj_get_crs_list_parameters_destroy)                                     \
    F(proj_get_crs_info_list_from_database) F(proj_crs_info_list_destroy) F(geod_init) F(geod_direct)                  \
    F(geod_inverse) F(geod_polygon_init) F(geod_polygon_addpoint) F(geod_polygon_compute)

// The functions that are used, under their own names.
typedef struct mp_proj {
#define F(name) __typeof__(name) *_Nonnull name;
    MP_PROJ_FUNCTIONS(F)
#undef F
} mp_proj;

// The loaded library; NULL if there is none, or one without these functions. The first call loads it; from any thread.
const mp_proj *_Nullable mp_proj_library(void);

// Why there is none: the loader's words, or the name of what is missing.
const char *_Nonnull mp_proj_failure(void);
