import Cases

extension DeskSettings {
    /// The roles that there are, which rights and masks may name: the steps of the ladder, the groups people belong to, and the
    /// roles they were given.
    var roles: [String] {
        levels + Set(people.flatMap { $0.groups.union($0.roles) }).subtracting(levels).sorted()
    }

    /// The roles somebody has: the step they stand on, their groups, and those they were given. Who is not known to the desk has
    /// none.
    func roles(of name: String) -> Set<String> {
        guard let person = person(name) else { return [] }
        let step = levels.indices.contains(person.level) ? [levels[person.level]] : []
        return person.roles.union(person.groups).union(step)
    }

    /// The roles somebody decides by: their own, and the steps below theirs.
    func decidingRoles(of name: String) -> Set<String> {
        roles(of: name).union(levels.prefix(person(name)?.level ?? 0))
    }

    /// Somebody of the desk, by name.
    func person(_ name: String) -> DeskPerson? { people.first { $0.name == name } }
}
