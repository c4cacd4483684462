/// One of several things that was not done, and why.
struct Refused {
    /// What it was, by its id or as it was named; `nil` where nothing was.
    let id: String?
    let why: Diagnostic

    var json: JSON { ["code": .text(why.code), "message": .text(why.sentence), "id": .text(id)] }

    static let shape: Shape = ["code": .text, "message": .text, "id": .maybe(.text)]
}

extension [Refused] {
    /// What a process ends with that did some of what was asked: the refusal's own when nothing was done.
    func exit(done: Int) -> Exit {
        guard let first else { return .done }
        return done == 0 ? first.why.exit : .partly
    }
}
