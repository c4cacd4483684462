import Foundation

/// The files that the tests of words read.
enum Checkout {
    /// The folder of the whole checkout.
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
    /// The sources of this module.
    static let sources = root.appending(path: "Modules/WebPages/Sources")
}
