/// How often cases came back and were passed on.
public struct Handovers: Hashable, Sendable {
    /// Cases that were opened again at least once, of those whose course is known.
    public let reopened: ShareSummary
    /// Cases that passed from one person or group to another at least once, of those whose course is known.
    public let reassigned: ShareSummary
    /// How often that happened, all together.
    public let reassignments: Int
    /// How often it happened to one case at most.
    public let mostReassignments: Int
    /// Cases for which their source holds its own promise for kept, of those it says so or otherwise of.
    public let keptPromise: ShareSummary

    /// Counts.
    public init(_ cases: [CaseTimeline]) {
        let stated = StatedKinds(cases)
        let reopenings = cases.map { item in
            stated.statesReopenings(item)
                ? item.matter.stated.reopenings : item.tellsCourse ? item.reopened.count : nil
        }
        let passed = cases.map { item in
            stated.statesReassignments(item)
                ? item.matter.stated.reassignments : item.tellsCourse ? item.reassigned.count : nil
        }
        reopened = ShareSummary(reopenings.lazy.map { $0.map { $0 > 0 } })
        reassigned = ShareSummary(passed.lazy.map { $0.map { $0 > 0 } })
        reassignments = passed.lazy.compactMap(\.self).reduce(0, +)
        mostReassignments = passed.lazy.compactMap(\.self).max() ?? 0
        keptPromise = ShareSummary(cases.lazy.map(\.matter.stated.keptPromise))
    }
}
