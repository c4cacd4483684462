/// Which figures each source states outright.
///
/// A source that states a figure of any case is taken at its word: of a case for which it does not, the figure is unknown,
/// and not reckoned from events instead. One median of two definitions would be neither.
public struct StatedKinds: Sendable {
    private var solved: Set<String> = []
    private var closed: Set<String> = []
    private var firstAnswered: Set<String> = []
    private var reopenings: Set<String> = []
    private var reassignments: Set<String> = []

    /// Reads what the sources of these cases state.
    public init(_ cases: some Sequence<CaseTimeline>) {
        for item in cases {
            let (source, stated) = (item.matter.source, item.matter.stated)
            if stated.solved != nil { solved.insert(source) }
            if stated.closed != nil { closed.insert(source) }
            if stated.firstAnswered != nil { firstAnswered.insert(source) }
            if stated.reopenings != nil { reopenings.insert(source) }
            if stated.reassignments != nil { reassignments.insert(source) }
        }
    }

    /// Whether the source of a case states when cases were solved.
    func statesSolved(_ item: CaseTimeline) -> Bool { solved.contains(item.matter.source) }
    /// Whether it states when they were closed.
    func statesClosed(_ item: CaseTimeline) -> Bool { closed.contains(item.matter.source) }
    /// Whether it states when they were first answered.
    func statesFirstAnswered(_ item: CaseTimeline) -> Bool { firstAnswered.contains(item.matter.source) }
    /// Whether it states how often they were opened again.
    func statesReopenings(_ item: CaseTimeline) -> Bool { reopenings.contains(item.matter.source) }
    /// Whether it states how often they were passed on.
    func statesReassignments(_ item: CaseTimeline) -> Bool { reassignments.contains(item.matter.source) }
}
