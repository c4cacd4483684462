/// Why somebody was turned away, or a change about people refused.
public enum PeopleError: Error, Hashable, Sendable {
    /// The name and the password, the code or the link do not open; which of them is not said.
    case wrong
    /// Too many tries; the next is heard after that many seconds.
    case tooMany(retryAfter: Int64)
    /// The password is not to be had.
    case password(PasswordRule.Fault)
    /// The text cannot be a name.
    case name(String)
    /// Nobody has this name.
    case nobody(String)
    /// There is no such token or sign-in; the text names it.
    case unknown(String)
    /// Somebody is there already, so there is nothing to set up.
    case standsAlready
    /// Nobody may come in yet, and whoever is first has to be able to let others in; the name is the one that was asked for.
    case adminFirst(String)
    /// It cannot be done; the text says why and what to do.
    case refused(String)
}

extension PeopleError: CustomStringConvertible {
    /// What was found, and what is expected.
    public var description: String {
        switch self {
        case .wrong: "the name, the password or the code is not right, or no longer counts"
        case .tooMany(let seconds): "too many tries; try again in \(seconds) s"
        case .password(let fault): fault.description
        case .name(let text):
            "\"\(text.prefix(64))\" cannot be a name; expected 1 to 64 of a to z, 0 to 9 and . _ - + @, with a letter or a digit first"
        case .nobody(let name): "nobody is called \(name)"
        case .unknown(let what): "there is no \(what)"
        case .standsAlready: "this server was set up already; sign in"
        case .adminFirst(let name):
            "\(name) would be the first, and whoever is first has to be an admin of all accounts"
        case .refused(let why): why
        }
    }
}
