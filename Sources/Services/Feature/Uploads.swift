// SPDX-License-Identifier: Apache-2.0

import Facts

/// Files that are uploaded to a service.
enum Uploads {
    private static let manual = "developers.arcgis.com/rest/services-reference/enterprise/"

    private static func row(
        _ path: String, _ summary: String, _ page: String, _ answer: @escaping Resource.Answer
    ) -> Resource {
        Resource(
            "uploads\(path)", [.featureServer, .imageServer, .gpServer], summary, since: .v10_1,
            needs: .other(.uploads),
            evidence: .documented("\(manual)\(page)/"), answer: answer)
    }

    static let resources: [Resource] = [
        row("", "The uploads: a resource with operations.", "uploads", UploadOperation.list),
        row("/info", "The largest file that may be uploaded.", "info-uploads", UploadOperation.info),
        row("/upload", "Uploads a file.", "upload", UploadOperation.upload),
        row("/register", "Announces a file that comes in parts.", "register", UploadOperation.register),
        row("/{upload}", "An upload.", "item", UploadOperation.item),
        row("/{upload}/parts", "The parts of an upload.", "parts", UploadOperation.parts),
        row("/{upload}/uploadPart", "Uploads a part.", "upload-part", UploadOperation.part),
        row("/{upload}/commit", "Puts the parts of an upload together.", "commit", UploadOperation.commit),
        row("/{upload}/delete", "Deletes an upload.", "delete-upload", UploadOperation.delete),
    ]
}
