import FlywheelKit

/// What is to be done about a case, by whose turn it is.
enum CaseRemedies {
    static func resolution(of evidence: CaseEvidence) -> Resolution {
        if let dispute = evidence.dispute { return resolution(of: dispute) }
        switch evidence.state {
        case .new, .open:
            return Resolution(
                .ask("somebody of the desk has to read it"), playbook: .answer,
                suggestion: Suggestion(
                    evidence.promised.first.map(action) ?? "Answer",
                    because: because(evidence), unknowns: unknowns(evidence)))
        case .waitingOnRequester:
            return Resolution(
                .ask("it waits for an answer of who asked"), playbook: .answer,
                suggestion: Suggestion("Wait, and ask once more before it goes stale", because: because(evidence)))
        case .waitingOnOther, .onHold, .solved, .closed:
            return Resolution(
                .ask("it waits for somebody else"), playbook: .answer,
                suggestion: Suggestion("Ask how far they are, and tell who asked", because: because(evidence)))
        }
    }

    private static func resolution(of dispute: CaseEvidence.Dispute) -> Resolution {
        var because = ["disputed as \(dispute.kind)"]
        if let due = dispute.due {
            because.append(
                dispute.defaultIsAgainst == true
                    ? "without an answer it is lost at \(due)" : "it is decided without an answer at \(due)")
        }
        return Resolution(
            .ask("a person decides whether to contest it or to give in"), playbook: .dispute,
            suggestion: Suggestion(
                "Send the evidence, or accept", because: because,
                unknowns: [dispute.sum == nil ? "the sum" : nil, dispute.due == nil ? "the deadline" : nil]
                    .compactMap(\.self)))
    }

    private static func action(_ promised: CaseEvidence.Promised) -> String {
        switch promised.kind {
        case .answer: "Give the first response by \(promised.due)"
        case .update: "Write how it stands by \(promised.due)"
        case .solution: "Solve it by \(promised.due)"
        }
    }

    private static func because(_ evidence: CaseEvidence) -> [String] {
        [
            evidence.side.map { "asked by a \($0.rawValue)" }, evidence.category.map { "about \($0)" },
            evidence.listing.map { "on \($0)" },
        ].compactMap(\.self)
    }

    private static func unknowns(_ evidence: CaseEvidence) -> [String] {
        [evidence.promised.isEmpty ? "by when an answer was promised" : nil].compactMap(\.self)
    }
}

extension Playbook {
    fileprivate static let answer = Playbook(
        "answer-a-case", title: "Answer a case", minutes: 15,
        steps: [
            "Read the whole thread, and what stands on the listing or order it is about.",
            "Say what happened, what you will do and by when. Ask for everything missing in one message.",
            "Do what you promised, or pass it to who can.",
            "Close it with the cause, not with the symptom.",
        ])

    fileprivate static let dispute = Playbook(
        "answer-a-dispute", title: "Answer a dispute", minutes: 45,
        steps: [
            "Read what is claimed, and which evidence its kind asks for.",
            "Collect tracking, photos, messages and the listing as it was on the day of the order.",
            "Weigh the sum against the chance of winning and the time it takes; above your limit, ask for a review.",
            "Answer before the deadline, and note the decision with its reason.",
        ])
}
