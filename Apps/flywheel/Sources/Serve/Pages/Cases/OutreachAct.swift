import CaseDesk

/// What a person says to messages that the desk writes first.
enum OutreachAct: String, CaseIterable {
    case approve, refuse

    /// What can still be said to a message.
    static func possible(on message: Outreach) -> [OutreachAct] {
        allCases.filter { message.canBeDecided(approve: $0 == .approve) }
    }

    /// The command, the ids behind `--`, so that none can become a flag.
    func command(on ids: [String]) throws -> any AnsweringCommand {
        switch self {
        case .approve: try OutreachCommand.Approve.reading(["--"] + ids)
        case .refuse: try OutreachCommand.Refuse.reading(["--"] + ids)
        }
    }
}
