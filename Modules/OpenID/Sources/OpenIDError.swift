/// Why an identity provider's answer was not taken.
public enum OpenIDError: Error, Hashable, Sendable {
    /// The provider did not answer as OpenID Connect says; the text says what was found.
    case provider(String)
    /// The browser that came back is not the one that was sent, or took too long.
    case otherBrowser
    /// The provider let nobody in; the code is its own.
    case declined(String)
    /// What it says of somebody does not hold; the text says what was found.
    case token(String)
}

extension OpenIDError: CustomStringConvertible {
    /// What was found.
    public var description: String {
        switch self {
        case .provider(let what): "the identity provider's answer cannot be used: \(what)"
        case .otherBrowser: "this sign-in was not begun in this browser, or too long ago; begin again"
        case .declined(let code): "the identity provider let nobody in: \(code)"
        case .token(let what): "the identity provider's token does not hold: \(what)"
        }
    }
}
