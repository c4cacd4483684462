/// One way a zone's clocks are set: how far from universal time, and what people call it.
struct LocalTimeType: Hashable, Sendable {
    /// Seconds to add to universal time.
    var offset: Int
    /// `CET`, or `+03` where nobody has a name.
    var abbreviation: String

    /// The offsets a zone may have, in seconds: RFC 9636, 3.2. The bound is what lets searches look a stated distance
    /// around a local time and no further.
    static let offsets = -89_999...93_599
}
