extension Sentences {
    /// The files, one for each part of the domain.
    static let files: [(name: String, bytes: [UInt8])] = [
        ("wheel", PackageResources.wheel_sentences)
    ]
}
