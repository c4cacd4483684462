import FlywheelKit

extension Trial {
    func signals() -> [String] {
        let declared = (publishes: Set(S.manifest.publishes), reads: Set(S.manifest.reads))
        var complaints: [String] = []
        for (index, sight) in whole.enumerated() {
            let published = Set(sight.published.keys)
            complaints += published.subtracting(declared.publishes).sorted().map {
                "published \($0.text) in chunk \(index), which the manifest does not declare. Add it to publishes"
            }
            complaints += declared.publishes.subtracting(published).sorted().map {
                "did not publish \($0.text) in chunk \(index). Publish it for every chunk, nil where there is none"
            }
            for (key, values) in sight.published.sorted(by: { $0.key < $1.key })
            where values.count != given.fixture[index].count {
                complaints.append(
                    """
                    published \(values.count) values of \(key.text) for the \(given.fixture[index].count) rows of chunk \
                    \(index). Publish one value for each row, nil where there is none
                    """)
            }
        }
        let read = whole.reduce(into: Set<SignalKey>()) { $0.formUnion($1.read) }
        complaints += read.subtracting(declared.reads).sorted().map {
            "read \($0.text), which the manifest does not declare. Add it to reads"
        }
        complaints += declared.reads.subtracting(read).sorted().map {
            "never read \($0.text), which the manifest declares. Drop it from reads, or add a chunk in which it is read"
        }
        return complaints
    }
}
