/// What else is true of an exception beside its state.
public enum QualifierChip: Hashable, Sendable {
    /// Its feed is too old: nothing opens or closes.
    case stale
    /// A rate or a price is missing.
    case unpriced
    /// How well its figure is founded.
    case evidence(Evidence)

    /// How well a figure is founded.
    public enum Evidence: String, Hashable, Sendable, CaseIterable {
        case high, medium, low
    }

    /// The chip.
    public func html(for reader: Reader) -> HTML {
        switch self {
        case .stale: "<span class=\"chip stale\">\(Icon.clock.html)\(reader.phrases("state.stale"))</span>"
        case .unpriced: "<span class=\"chip unpriced\">\(Icon.coin.html)\(reader.phrases("state.unpriced"))</span>"
        case .evidence(let grade):
            "<span class=\"chip evidence\">\(reader.phrases("evidence.\(grade.rawValue)"))</span>"
        }
    }
}
