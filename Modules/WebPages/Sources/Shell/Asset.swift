/// A file that pages load from the house itself: a strict content policy allows nothing else.
///
/// The address names the contents, so that a browser may keep it for ever.
public struct Asset: Sendable {
    /// Where it is: answer `GET` with its bytes.
    public let address: Address
    /// The value of `Content-Type`.
    public let contentType: String
    /// The contents.
    public let bytes: [UInt8]

    private init(_ name: String, _ ending: String, _ contentType: String, _ bytes: [UInt8]) {
        address = "/assets/\("\(name)-\(Self.digest(of: bytes)).\(ending)")"
        self.contentType = contentType
        self.bytes = bytes
    }

    /// The style of every page.
    public static let styleSheet = Asset("flywheel", "css", "text/css; charset=utf-8", PackageResources.flywheel_css)
    /// What makes pages quicker to work with; they work without it.
    public static let script = Asset("flywheel", "js", "text/javascript; charset=utf-8", PackageResources.flywheel_js)
    /// The picture in the window's tab.
    public static let icon = Asset("flywheel", "svg", "image/svg+xml", PackageResources.flywheel_svg)
    /// All of them.
    public static let all = [styleSheet, script, icon]

    /// FNV-1a, 64 bits: tells contents apart, and keeps no secret.
    private static func digest(of bytes: [UInt8]) -> String {
        let hash = bytes.reduce(14_695_981_039_346_656_037 as UInt64) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
        return String(hash, radix: 16)
    }
}
