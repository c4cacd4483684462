/// One of several things that was not done, and why.
struct Refused: JSONRecord {
    /// What it was, by its id or as it was named; `nil` where nothing was.
    let id: String?
    let why: Diagnostic

    static let members: Members<Self> = [
        "code": .value(\.why.code), "message": .value(\.why.sentence), "id": .value(\.id),
    ]
}

extension [Refused] {
    /// What a process ends with that did some of what was asked: the refusal's own when nothing was done.
    func exit(done: Int) -> Exit {
        guard let first else { return .done }
        return done == 0 ? first.why.exit : .partly
    }
}
