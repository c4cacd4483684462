import People

extension Diagnostic {
    /// Why somebody was turned away, or a change about people refused.
    init(_ error: PeopleError) {
        switch error {
        case .wrong: self.init("wrong-credential", error.description, exit: .notAllowed)
        case .tooMany: self.init("too-many-tries", error.description, exit: .refused)
        case .password:
            self.init("weak-password", error.description, help: "four words that do not belong together", exit: .usage)
        case .name: self.init("person-name", error.description, exit: .usage)
        case .nobody, .unknown:
            self.init("unknown", error.description, help: "flywheel people lists who there is", exit: .unknown)
        case .standsAlready: self.init("set-up-already", error.description, exit: .refused)
        case .adminFirst(let name):
            self.init(
                "refused", error.description, help: "flywheel people add \(name) --role admin", exit: .refused)
        case .refused(let why): self.init("refused", why, help: "flywheel people lists who there is", exit: .refused)
        }
    }
}
