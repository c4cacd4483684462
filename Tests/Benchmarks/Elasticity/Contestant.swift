import Statistics

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Something that says how sales of a kind move with prices and all else, up to each item's level.
struct Contestant {
    let name: String
    /// The half-life of what an item's level is the mean of, in periods; `nil` for all that was seen alike.
    let halfLife: Double?
    /// Fits the kinds, and gives the logarithm of a sale beside its item's level.
    let fit: ([String: [Sale]]) -> (Sale) -> Double

    static func all(halfLife: Double) -> [Contestant] {
        [
            Contestant(name: "mean of the item", halfLife: nil) { _ in { _ in 0 } },
            Contestant(name: "its recent mean", halfLife: halfLife) { _ in { _ in 0 } },
            logLog("log-log", halfLife: nil, columns: \.promotions),
            logLog("log-log, recent level", halfLife: halfLife, columns: \.promotions),
            logLog("log-log, competitors, recent level", halfLife: halfLife) { $0.promotions + [$0.competitors] },
            ours("ours", halfLife: halfLife, byItem: false),
            ours("ours, by item", halfLife: halfLife, byItem: true),
        ]
    }

    private static func logLog(
        _ name: String, halfLife: Double?, columns: @escaping (Sale) -> [Double]
    ) -> Contestant {
        Contestant(name: name, halfLife: halfLife) { kinds in
            let effects = kinds.mapValues { LogLog.effects(of: $0, columns: columns) }
            return { sale in
                let values = columns(sale) + [log(sale.price)]
                return zip(values, effects[sale.kind] ?? []).reduce(0) { $0 + $1.0 * $1.1 }
            }
        }
    }

    /// A kind's estimate, lent by the other kinds where they agree; by item, each item's own, lent by its kind.
    private static func ours(_ name: String, halfLife: Double, byItem: Bool) -> Contestant {
        Contestant(name: name, halfLife: halfLife) { kinds in
            let kinds = kinds.elasticities(byItem: byItem).kinds
            return { sale in kinds[sale.kind]?.logUnits(of: sale) ?? 0 }
        }
    }
}

extension [Sale] {
    /// The sales as a history with a level an item.
    func history(exposure: (Sale) -> Double, columns: (Sale) -> [Double]) -> PriceHistory {
        let rows = map(columns)
        return PriceHistory(
            units: map(\.units), prices: map(\.price), exposure: map(exposure),
            covariates: (rows.first ?? []).indices.map { column in rows.map { $0[column] } }, strata: map(\.item))
    }
}
