"""The messages of Esri's FeatureCollection pbf, for the protobuf library to decode by.

Numbers, types and names are facts of Esri/arcgis-pbf (Apache-2.0), FeatureCollection.proto. Two are not in it: the fourth
kind of result, which Esri/arcgis-rest-js reads, and the numbers of field types that came with 11.2.
"""
from google.protobuf import descriptor_pb2, descriptor_pool, message_factory

FIELD_TYPES = ["SmallInteger", "Integer", "Single", "Double", "String", "Date", "OID", "Geometry", "Blob", "Raster", "GUID",
               "GlobalID", "XML", "BigInteger", "DateOnly", "TimeOnly", "TimestampOffset"]
GEOMETRY_TYPES = ["Point", "Multipoint", "Polyline", "Polygon", "Multipatch"]

# A message's fields: number, name, type; `*` is repeated, a capital begins another message, `|` is one of several.
MESSAGES = {
    "SpatialReference": "1 wkid uint32, 2 latestWkid uint32, 3 vcsWkid uint32, 4 latestVcsWkid uint32, 5 wkt string",
    "Field": "1 name string, 2 fieldType uint32, 3 alias string, 4 sqlType uint32, 5 domain string, 6 defaultValue string",
    "Value": "1 string_value |string, 2 float_value |float, 3 double_value |double, 4 sint_value |sint32, 5 uint_value |uint32, "
             "6 int64_value |int64, 7 uint64_value |uint64, 8 sint64_value |sint64, 9 bool_value |bool",
    "Geometry": "1 geometryType uint32, 2 lengths *uint32, 3 coords *sint64",
    "ShapeBuffer": "1 bytes bytes",
    "Feature": "1 attributes *Value, 2 geometry |Geometry, 3 shapeBuffer |ShapeBuffer, 4 centroid Geometry",
    "UniqueIdField": "1 name string, 2 isSystemMaintained bool",
    "GeometryProperties": "1 shapeAreaFieldName string, 2 shapeLengthFieldName string, 3 units string",
    "ServerGens": "1 minServerGen uint64, 2 serverGen uint64",
    "Scale": "1 x double, 2 y double, 3 m double, 4 z double",
    "Translate": "1 x double, 2 y double, 3 m double, 4 z double",
    "Transform": "1 quantizeOriginPosition uint32, 2 scale Scale, 3 translate Translate",
    "FeatureResult": "1 objectIdFieldName string, 2 uniqueIdField UniqueIdField, 3 globalIdFieldName string, "
                     "4 geohashFieldName string, 5 geometryProperties GeometryProperties, 6 serverGens ServerGens, "
                     "7 geometryType uint32, 8 spatialReference SpatialReference, 9 exceededTransferLimit bool, 10 hasZ bool, "
                     "11 hasM bool, 12 transform Transform, 13 fields *Field, 14 values *Value, 15 features *Feature",
    "CountResult": "1 count uint64",
    "ObjectIdsResult": "1 objectIdFieldName string, 2 serverGens ServerGens, 3 objectIds *uint64",
    "Envelope": "1 xmin double, 2 ymin double, 3 xmax double, 4 ymax double, 5 spatialReference SpatialReference",
    "ExtentCountResult": "1 extent Envelope, 2 count uint64",
    "QueryResult": "1 features |FeatureResult, 2 count |CountResult, 3 ids |ObjectIdsResult, 4 extent |ExtentCountResult",
    "FeatureCollection": "1 version string, 2 queryResult QueryResult",
}


def _messages():
    file = descriptor_pb2.FileDescriptorProto(name="features.proto", package="esri", syntax="proto3")
    kinds = descriptor_pb2.FieldDescriptorProto
    for name, fields in MESSAGES.items():
        message = file.message_type.add(name=name)
        for entry in fields.split(", "):
            number, label, kind = entry.split(" ")
            repeated, chosen, kind = kind[0] == "*", kind[0] == "|", kind.lstrip("*|")
            field = message.field.add(name=label, number=int(number), label=kinds.LABEL_REPEATED if repeated else kinds.LABEL_OPTIONAL)
            if kind in MESSAGES:
                field.type, field.type_name = kinds.TYPE_MESSAGE, ".esri." + kind
            else:
                field.type = getattr(kinds, "TYPE_" + kind.upper())
            if chosen:
                if not message.oneof_decl:
                    message.oneof_decl.add(name="kind")
                field.oneof_index = 0
    pool = descriptor_pool.DescriptorPool()
    pool.Add(file)
    return pool


FeatureCollection = message_factory.GetMessageClass(_messages().FindMessageTypeByName("esri.FeatureCollection"))
