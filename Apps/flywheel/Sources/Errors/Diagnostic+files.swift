import Foundation
import Settings

extension Diagnostic {
    /// What is wrong with a configuration file.
    init(_ error: ConfigurationError, file: String) {
        let place = error.place.map { "\(file):\($0)" } ?? file
        self.init(
            "configuration", error.description, place: place, help: "mend the file, then: flywheel doctor",
            exit: .failed
        )
    }

    /// What is wrong with a mapping file.
    init(mapping error: ConfigurationError, file: String) {
        let place = error.place.map { "\(file):\($0)" } ?? file
        self.init(
            "mapping", error.description, place: place, help: "mend the file; flywheel import --help", exit: .failed)
    }

    /// A file that could not be read or written.
    init(_ error: CocoaError, doing what: String, path: String) {
        self.init(
            "file", "\(what) \(path) failed: \(error.reason)", help: "check the path and its permissions", exit: .failed
        )
    }
}

extension CocoaError {
    /// Why a file could not be read or written, in a few words.
    var reason: String {
        switch code {
        case .fileReadNoSuchFile: "there is no such file"
        case .fileNoSuchFile: "there is no such file or folder"
        case .fileReadNoPermission, .fileWriteNoPermission: "permission is missing"
        case .fileWriteOutOfSpace: "the disk is full"
        case .fileWriteVolumeReadOnly: "the disk is read-only"
        case .fileReadInapplicableStringEncoding, .fileReadUnknownStringEncoding, .fileReadCorruptFile:
            "it is not UTF-8 text"
        default: localizedDescription
        }
    }
}
