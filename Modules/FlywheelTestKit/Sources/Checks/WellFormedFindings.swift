import FlywheelKit

extension Trial {
    func findings() -> [String] {
        whole.indices.flatMap { index -> [String] in
            let misnamed = undeclared(in: index) + outside(of: index) + repeated(in: index)
            return misnamed + undecided(in: index) + grouped(in: index) + dropped(in: index)
        }
    }

    /// What a host would not hear of.
    private func dropped(in index: Int) -> [String] {
        let chunk = given.fixture[index]
        return S.manifest.kinds.flatMap { kind -> [String] in
            let found = whole[index].findings.filter { $0.kind == kind.id }
            let untold = found.isEmpty ? [] : chunk.rowsUntold(of: kind, in: S.manifest)
            let snapshots = S.manifest.deciding(about: kind).map(\.feed).filter { $0.shape == .snapshot }
            let feeds = snapshots.map(\.key.text).joined(separator: " and ")
            return found.filter { untold.contains($0.row) }.map {
                """
                found "\(kind.id)" in \(place(index, $0.row)), which \(feeds) does not mention: a host opens and closes nothing \
                there. A list of problems, from which what is over is gone, is of shape .snapshotRows; what decides about \
                some kinds alone is named by them, FindingKind(decidedBy:)
                """
            }
        }
    }

    private func undeclared(in index: Int) -> [String] {
        let declared = Set(S.manifest.kinds.map(\.id))
        return Set(whole[index].findings.map(\.kind)).subtracting(declared).sorted().map {
            "found \"\($0)\" in chunk \(index), a kind the manifest does not declare. Add it to kinds"
        }
    }

    private func grouped(in index: Int) -> [String] {
        let declared = Set(S.manifest.kinds.map(\.id))
        let groups = Set(whole[index].findings.compactMap(\.group).map(\.kind.id))
        let unknown = groups.subtracting(declared).sorted().map {
            "grouped rows of chunk \(index) as \"\($0)\", a kind the manifest does not declare. Add it to kinds"
        }
        return unknown
            + groups.intersection(whole[index].findings.map(\.kind)).sorted().map {
                "found \"\($0)\" in a row of chunk \(index) and grouped rows as it. Give groups a kind of their own"
            }
    }

    private func outside(of index: Int) -> [String] {
        whole[index].findings.filter { !given.fixture[index].rows.contains($0.row) }.map {
            "found \"\($0.kind)\" in row \($0.row) of chunk \(index), which has \(given.fixture[index].count) rows"
        }
    }

    private func undecided(in index: Int) -> [String] {
        let sight = whole[index]
        let contradicted = Set(sight.findings.map(\.row)).intersection(sight.undecided).sorted().map {
            """
            found something in \(place(index, $0)) and said that it cannot tell of that row. Report it or say so, not both
            """
        }
        let ofOneKind = sight.findings.filter { sight.undecidedByKind[$0.kind]?.contains($0.row) ?? false }.map {
            """
            found \"\($0.kind)\" in \(place(index, $0.row)) and said that it cannot tell of that kind there. Report it or \
            say so, not both
            """
        }
        let outside = sight.undecidedByKind.values.reduce(sight.undecided) { $0.union($1) }.subtracting(
            given.fixture[index].rows
        ).sorted().map {
            "cannot tell of row \($0) of chunk \(index), which has \(given.fixture[index].count) rows"
        }
        return contradicted + ofOneKind + outside
    }

    private func repeated(in index: Int) -> [String] {
        let problems = Dictionary(grouping: whole[index].findings) { [String($0.row), $0.kind, $0.discriminator] }
        return problems.values.filter { $0.count > 1 }.map { $0[0] }.sorted { $0.row < $1.row }.map {
            """
            found \"\($0.kind)\" twice in \(place(index, $0.row)) with discriminator \"\($0.discriminator)\". Report a \
            problem once, or tell the two apart by a code or an attribute's name
            """
        }
    }
}
