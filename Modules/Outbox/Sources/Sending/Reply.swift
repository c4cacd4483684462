import FlywheelKit

/// What came of an attempt to send something.
public enum Reply: Hashable, Sendable {
    /// The receiver answered with a status, and may have said how many seconds to wait.
    case status(Int, retryAfter: Int64? = nil)
    /// There was no answer in time.
    case timeout
    /// The receiver could not be reached, or broke off.
    case unreachable
    /// The address must not be sent to; the reason's word.
    case forbidden(String)

    /// What is kept of it: `204`, `timeout`.
    public var word: String {
        switch self {
        case .status(let code, _): String(code)
        case .timeout: "timeout"
        case .unreachable: "unreachable"
        case .forbidden(let why): why
        }
    }

    /// Whether the receiver took it.
    public var isTaken: Bool { if case .status(200..<300, _) = self { true } else { false } }

    /// Whether the receiver wants nothing any more (RFC 9110, 15.5.11).
    public var isGone: Bool { if case .status(410, _) = self { true } else { false } }

    /// Whether the receiver itself is in trouble, rather than this one message: it asks for less, stands behind a gateway that
    /// does not reach it, or did not answer.
    public var isTrouble: Bool {
        switch self {
        case .status(let code, _): [429, 502, 503, 504].contains(code)
        case .timeout, .unreachable, .forbidden: true
        }
    }
}

extension Reply {
    /// The longest that a receiver may ask to be left alone, in seconds.
    static let longestRest: Int64 = 86_400
    /// The longest that a receiver in trouble is left alone where it does not say, in seconds: after that it is looked for
    /// with one message.
    static let usualRest: Int64 = 300

    /// Until when nothing is sent to the receiver; `nil` where it may go on.
    ///
    /// - Parameter rest: until when it was to be left alone before this reply. Several messages are under way at once, so that
    ///   one may be taken right after another was answered with how long to wait: that holds until it is over.
    func rest(after rest: Instant?, next: Instant?, now: Instant) -> Instant? {
        [rest, ownRest(next: next, now: now)].compactMap(\.self).filter { $0 > now }.max()
    }

    /// Until when this reply alone says that nothing is sent.
    private func ownRest(next: Instant?, now: Instant) -> Instant? {
        guard isTrouble else { return nil }
        if case .status(_, let seconds?) = self {
            return now.advanced(bySeconds: min(max(seconds, 1), Self.longestRest))
        }
        let usual = now.advanced(bySeconds: Self.usualRest)
        return next.map { min($0, usual) } ?? usual
    }
}
