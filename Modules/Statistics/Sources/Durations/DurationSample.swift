/// Things that lasted, by how long they did: what curves and comparisons are made of.
///
/// Putting them in order is what takes the time. So a sample that is part of several others, as a month is of quarters, is put
/// in order once, and merging takes one look at each.
public struct DurationSample: Hashable, Sendable {
    /// What was seen to last equally long.
    struct Group: Hashable, Sendable {
        let length: Double
        /// How many ended then.
        var ended = 0
        /// How many went on when they were last seen.
        var going = 0

        /// How many that are.
        var count: Int { ended + going }
    }

    /// By length, the shortest first.
    private(set) var groups: [Group] = []
    /// How many there are.
    public private(set) var count = 0

    /// A sample of observations in any order.
    public init(_ observations: [DurationCurve.Observation]) {
        for one in observations.sorted(by: { $0.length < $1.length }) {
            add(Group(length: one.length, ended: one.ended ? 1 : 0, going: one.ended ? 0 : 1))
        }
    }

    /// A sample of lengths in any order, of things that all ended.
    public init(ended lengths: [Double]) {
        for length in lengths.sorted() { add(Group(length: length, ended: 1)) }
    }

    /// A sample of several.
    public init(merging samples: some Sequence<DurationSample>) {
        for sample in samples { self = count == 0 ? sample : merged(with: sample) }
    }

    /// A sample of groups, the shortest first.
    init(groups: some Sequence<Group>) {
        for group in groups { add(group) }
    }

    /// The same things, had each lasted so many times as long.
    public func scaled(by factor: Double) -> DurationSample {
        precondition(factor > 0, "a factor on durations lies above zero, found \(factor)")
        return DurationSample(
            groups: groups.lazy.map { Group(length: $0.length * factor, ended: $0.ended, going: $0.going) })
    }

    /// Looks at two samples together, by length, the shortest first. A group of what lasted so long in one of them alone stands
    /// beside an empty one.
    static func eachLength(of first: Self, _ second: Self, _ body: (_ first: Group, _ second: Group) -> Void) {
        var (here, there) = (0, 0)
        while here < first.groups.count || there < second.groups.count {
            let length = min(first.length(at: here), second.length(at: there))
            var (one, other) = (Group(length: length), Group(length: length))
            if first.length(at: here) == length {
                one = first.groups[here]
                here += 1
            }
            if second.length(at: there) == length {
                other = second.groups[there]
                there += 1
            }
            body(one, other)
        }
    }

    /// The length at a place; longer than any behind the last.
    private func length(at place: Int) -> Double { place < groups.count ? groups[place].length : .infinity }

    private func merged(with other: DurationSample) -> DurationSample {
        var all = DurationSample(groups: [])
        all.groups.reserveCapacity(groups.count + other.groups.count)
        Self.eachLength(of: self, other) { one, other in
            all.add(Group(length: one.length, ended: one.ended + other.ended, going: one.going + other.going))
        }
        return all
    }

    /// Adds a group that is no shorter than all before it.
    private mutating func add(_ group: Group) {
        count += group.count
        guard let last = groups.indices.last, groups[last].length == group.length else { return groups.append(group) }
        groups[last].ended += group.ended
        groups[last].going += group.going
    }
}
