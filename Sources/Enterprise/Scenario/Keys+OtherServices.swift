// SPDX-License-Identifier: Apache-2.0

import Services

/// The keys of services that are not maps: locators, geoprocessing, images.
extension Keys {
    static let location = Keys(
        what: "a location",
        list: [
            Key("address", .string, "The address by which it is found and shown.", isRequired: true),
            Key("x", .any, "Its longitude.", isRequired: true), Key("y", .any, "Its latitude.", isRequired: true),
            Key("attributes", .any, "The attributes of a candidate, and of a reverse geocoded address."),
            Key("extent", .object(extent), "The extent to zoom to."),
            Key("score", .integer(1...100), "The score of a full match; default: 100."),
        ])

    static let extent = Keys(
        what: "an extent",
        list: ["xmin", "ymin", "xmax", "ymax"].map { Key($0, .any, "In degrees.", isRequired: true) })

    static let task = Keys(
        what: "a task",
        list: [
            Key("name", .string, "Its name in the path.", isRequired: true),
            Key("displayName", .string, "The display name."), Key("description", .string, "Its description."),
            Key("category", .string, "Its category."), Key("helpUrl", .string, "The URL of its help."),
            Key(
                "executionType", .word(["esriExecutionTypeAsynchronous", "esriExecutionTypeSynchronous"]),
                "Whether submitJob or execute runs it."),
            Key("parameters", .list(.any), "Its parameters, as its description lists them."),
            Key("results", .map(.any), "The values of its output parameters: JSON, or { file } of JSON."),
            Key("messages", .list(.either([.string, .object(message)])), "The messages of a finished job."),
            Key("waits", .string, "How long a job waits, ISO 8601; default: PT0S."),
            Key("executes", .string, "How long a job runs, ISO 8601; default: PT2S."),
            Key("outcome", .word(GPTask.Outcome.allCases.map(\.rawValue)), "How jobs end."),
        ])

    static let message = Keys(
        what: "a message",
        list: [
            Key(
                "type", .word(["Informative", "Warning", "Error", "Abort", "Empty"].map { "esriJobMessageType\($0)" }),
                "Its kind."), Key("description", .string, "Its text.", isRequired: true),
        ])

    static let image = Keys(
        what: "an image",
        list: [
            Key("source", .string, "A PNG or JPEG that fills the extent, relative to this file."),
            Key("properties", .map(.any), "Members of the root: extent, pixelSizeX, bandCount and so on."),
            Key("pixel", .string, "The value that identify returns: a number, or several separated by commas."),
            Key("rasterFiles", .list(.object(rasterFile)), "The files that download lists."),
        ])

    static let rasterFile = Keys(
        what: "a raster file",
        list: [
            Key("name", .string, "Its id.", isRequired: true),
            Key("rasters", .list(.integer(anyInteger)), "The object ids in the catalog.", isRequired: true),
            Key("size", .integer(0...Int.max), "The size in bytes; default: the source's."),
            Key("source", .string, "A file, relative to this file."),
        ])
}
