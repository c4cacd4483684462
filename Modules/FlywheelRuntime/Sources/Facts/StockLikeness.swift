/// Whether the files of stock of two marketplaces name the units of one stock.
///
/// Two shelves that have nothing to do with each other hold equal numbers of a few SKUs by chance, of nearly all of many SKUs whose
/// numbers differ they do not. Files of one stock that are some hours apart differ by what was sold between them: by little of what
/// sells fast, by nothing of what does not.
struct StockLikeness {
    /// SKUs that must be compared, and different numbers among those that are equal: fewer are equal by chance.
    private static let (leastSKUs, leastNumbers) = (8, 4)
    /// Of the SKUs, in percent, those that must be nearly equal, and those that must be equal.
    private static let (nearPercent, equalPercent) = (95, 50)
    /// Nearly equal are numbers of which the smaller lacks no more than one part in so many of the larger.
    private static let nearParts = 10

    private var compared = 0
    private var near = 0
    private var equal = 0
    private var numbers: Set<Int> = []

    /// Compares the units of a SKU on both marketplaces. What is nowhere says nothing.
    mutating func compare(_ one: Int, _ other: Int) {
        let larger = max(one, other)
        guard larger > 0 else { return }
        compared += 1
        if (larger - min(one, other)) * Self.nearParts <= larger { near += 1 }
        guard one == other else { return }
        equal += 1
        if numbers.count < Self.leastNumbers { numbers.insert(one) }
    }

    /// Whether it is surely one stock.
    var isOneStock: Bool {
        compared >= Self.leastSKUs && near * 100 >= compared * Self.nearPercent
            && equal * 100 >= compared * Self.equalPercent && numbers.count >= Self.leastNumbers
    }
}
