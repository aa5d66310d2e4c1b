// SPDX-License-Identifier: Apache-2.0

import Services

/// The keys of services that are not maps: locators, geoprocessing, images.
extension Keys {
    static let location = Keys(
        what: "a location",
        list: [
            Key("address", .string, "What it is found by, and called.", isRequired: true),
            Key("x", .any, "Its longitude.", isRequired: true), Key("y", .any, "Its latitude.", isRequired: true),
            Key("attributes", .any, "What a candidate's attributes are, and a reverse geocoded address."),
            Key("extent", .object(extent), "How far to zoom in."),
            Key("score", .integer(1...100), "Of a full match: 100."),
        ])

    static let extent = Keys(
        what: "an extent",
        list: ["xmin", "ymin", "xmax", "ymax"].map { Key($0, .any, "In degrees.", isRequired: true) })

    static let task = Keys(
        what: "a task",
        list: [
            Key("name", .string, "Its name, as the path has it.", isRequired: true),
            Key("displayName", .string, "What people read."), Key("description", .string, "Its description."),
            Key("category", .string, "Its category."), Key("helpUrl", .string, "Where its help is."),
            Key(
                "executionType", .word(["esriExecutionTypeAsynchronous", "esriExecutionTypeSynchronous"]),
                "Whether submitJob or execute runs it."),
            Key("parameters", .list(.any), "Its parameters, as its description lists them."),
            Key("results", .map(.any), "The values of its output parameters: JSON, or { file } of JSON."),
            Key("messages", .list(.either([.string, .object(message)])), "What a job says when it is done."),
            Key("waits", .string, "How long a job waits: ISO 8601, PT0S."),
            Key("executes", .string, "How long a job runs: ISO 8601, PT2S."),
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
            Key("source", .string, "A picture that fills the extent, PNG or JPEG, relative to this file."),
            Key("properties", .map(.any), "Members of the root: extent, pixelSizeX, bandCount and so on."),
            Key("pixel", .string, "What identify gives: one number, or several with commas."),
            Key("rasterFiles", .list(.object(rasterFile)), "The files that download lists."),
        ])

    static let rasterFile = Keys(
        what: "a raster file",
        list: [
            Key("name", .string, "Its id.", isRequired: true),
            Key("rasters", .list(.integer(anyInteger)), "Object ids of the catalog.", isRequired: true),
            Key("size", .integer(0...Int.max), "In bytes; the source's unless given."),
            Key("source", .string, "A file, relative to this file."),
        ])
}
