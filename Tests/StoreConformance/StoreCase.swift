/// One behaviour each. The switch makes it impossible to declare one and forget to try it.
enum StoreCase: CaseIterable, Sendable {
    case stagedImportIsInvisible, abandonedImportLeavesNothing, sameBytesAreRefused, sameBytesMayBeOfferedTwiceAtOnce
    case quarantinedFactsCountOnceAccepted, discardedImportMayReturn, importStatesAreHeldTo, rejectsArePaged
    case keptImportCountsNoMoreOnceDiscarded
    case everyColumnTypeReturns, partsAreOneBlock, blocksFollowTheAskedOrder, badRowsAreRefused
    case productsShareChunks, subjectMovesToItsProduct, newestProductWins, orderOfImportsDoesNotMatter
    case chunksHoldTheirCapacity, marketplacesAreApart, quarantinedProductWaits, subjectsAreCounted
    case rotationIsInvisibleUntilPublished, unpublishedRotationIsSwept, publishIsAllOrNothing
    case unknownRecordsAreNotPublished, oneOfManyClaimsWins, changeNeedsItsVersion
    case queueIsPagedInOrder, queueIsStagedInAnyOrder, linesSayWhoseTheyAreAndWhere
    case closesDuringARotationAreNotCounted
    case closedExceptionsLeaveTheQueue, placesFollowTheProduct, exceptionsOfASubjectAreOpenAndEnded,
        newRotationReplacesTheQueue
    case membersAreThoseOfOneParent
    case dismissedGoesOnUntilItIsOver
    case lastFinalIsTheNewest, outcomesNeverChange, whatReturnsHasNotEnded, termsAtOpenAreTheFirst, learningIsReplaced,
        tiersAreOfTheLastRotation
    case outcomesAreLookedThroughByRange, publishedRotationsAreListed, historiesAreThoseOfEachAlone
    case usedCausesAreCounted, handledExceptionsAreThoseThatPeopleChanged, detectionsAreCounted
    case unfinishedIsLookedThroughByRange
    case listsAreReadInParts, listingsAreRankedOnce
    case notesStandApartFromTheJournal, textsWithNULAreKeptWhole, changesAreUndoneOneByOne, whatWasBuiltOnIsNotUndone
    case addedExceptionsCountAtOnce, oneProblemIsAddedOnce, rotationGivesWayToWhatWasAdded, snoozedRowsAreListed
    case proposalsCountOncePublished, unpublishedProposalsAreSwept, changesAreSettledTogetherOrNotAtAll
    case rotationGivesWayToADecision
    case casesReturnAsTheyWere, caseChangesNeedTheirVersion, manyActsAreEachWholeOrLate
    case identitiesBelongToOneParty, casesAreSortedFilteredAndPaged, actsAreTakenBackOneByOne
    case whatWasBuiltOnIsNotTakenBack, textsStandApartFromTheJournal, messagesHaveTheirStates
    case decisionsAreKeptAndSealed, wordsAreFoundWhereTheyStand, accessOfPeopleIsLogged, erasedTextsStayErased
    case textsOfOneCaseAreErasedAlone, erasureReachesNotesAndRejects, erasureReachesWordsOfSourcesAndViews,
        viewsAndModelsAreKept
    case contactsHaveTheirStates
    case loopRecordsReturnAsTheyWere, loopRecordsAreKeptTogetherOrNotAtAll, loopRecordsAreFoundByWorkflowAndState
    case decisionsShareTheirNumbers, keptKnobsOutliveARotation, simulationsAreSaidBeforeAnythingElse
    case subscriptionsReturnAsTheyWere, subscriptionChangesNeedTheirVersion, removedSubscriptionsLeaveNothingBehind
    case deliveriesAreTakenWithTheirCursor, attemptsAreKept, deliveriesWaitAgain
    case peopleReturnAsTheyWere, peopleAreKeptOneChangeAtATime, somebodyIsLeftInARole
    case signInsEndWithWhatTheyStoodOn, tokensAreKeptAndForgotten, invitationsAreUsedOnce
    case peoplesTracesAreSwept
    case requestsAreBegunOnce, answersOfRequestsAreKept
    case journalAgreesWithItself, journalNoticesUnjournalledStates, historyIsInOrder
    case openingOfNeighboursIsInTheHistoryOfEach, journalIsReadOnInWholeEntries, reopenedStoreHasEverything

    func run(on bench: Bench) throws {
        switch self {
        case .stagedImportIsInvisible: try bench.stagedImportIsInvisible()
        case .abandonedImportLeavesNothing: try bench.abandonedImportLeavesNothing()
        case .sameBytesAreRefused: try bench.sameBytesAreRefused()
        case .sameBytesMayBeOfferedTwiceAtOnce: try bench.sameBytesMayBeOfferedTwiceAtOnce()
        case .quarantinedFactsCountOnceAccepted: try bench.quarantinedFactsCountOnceAccepted()
        case .discardedImportMayReturn: try bench.discardedImportMayReturn()
        case .keptImportCountsNoMoreOnceDiscarded: try bench.keptImportCountsNoMoreOnceDiscarded()
        case .importStatesAreHeldTo: try bench.importStatesAreHeldTo()
        case .rejectsArePaged: try bench.rejectsArePaged()
        case .everyColumnTypeReturns: try bench.everyColumnTypeReturns()
        case .partsAreOneBlock: try bench.partsAreOneBlock()
        case .blocksFollowTheAskedOrder: try bench.blocksFollowTheAskedOrder()
        case .badRowsAreRefused: try bench.badRowsAreRefused()
        case .productsShareChunks: try bench.productsShareChunks()
        case .subjectMovesToItsProduct: try bench.subjectMovesToItsProduct()
        case .newestProductWins: try bench.newestProductWins()
        case .orderOfImportsDoesNotMatter: try bench.orderOfImportsDoesNotMatter()
        case .chunksHoldTheirCapacity: try bench.chunksHoldTheirCapacity()
        case .marketplacesAreApart: try bench.marketplacesAreApart()
        case .quarantinedProductWaits: try bench.quarantinedProductWaits()
        case .subjectsAreCounted: try bench.subjectsAreCounted()
        case .rotationIsInvisibleUntilPublished: try bench.rotationIsInvisibleUntilPublished()
        case .unpublishedRotationIsSwept: try bench.unpublishedRotationIsSwept()
        case .publishIsAllOrNothing: try bench.publishIsAllOrNothing()
        case .unknownRecordsAreNotPublished: try bench.unknownRecordsAreNotPublished()
        case .oneOfManyClaimsWins: try bench.oneOfManyClaimsWins()
        case .changeNeedsItsVersion: try bench.changeNeedsItsVersion()
        case .queueIsPagedInOrder: try bench.queueIsPagedInOrder()
        case .linesSayWhoseTheyAreAndWhere: try bench.linesSayWhoseTheyAreAndWhere()
        case .queueIsStagedInAnyOrder: try bench.queueIsStagedInAnyOrder()
        case .closesDuringARotationAreNotCounted: try bench.closesDuringARotationAreNotCounted()
        case .closedExceptionsLeaveTheQueue: try bench.closedExceptionsLeaveTheQueue()
        case .placesFollowTheProduct: try bench.placesFollowTheProduct()
        case .exceptionsOfASubjectAreOpenAndEnded: try bench.exceptionsOfASubjectAreOpenAndEnded()
        case .newRotationReplacesTheQueue: try bench.newRotationReplacesTheQueue()
        case .membersAreThoseOfOneParent: try bench.membersAreThoseOfOneParent()
        case .dismissedGoesOnUntilItIsOver: try bench.dismissedGoesOnUntilItIsOver()
        case .lastFinalIsTheNewest: try bench.lastFinalIsTheNewest()
        case .outcomesNeverChange: try bench.outcomesNeverChange()
        case .whatReturnsHasNotEnded: try bench.whatReturnsHasNotEnded()
        case .termsAtOpenAreTheFirst: try bench.termsAtOpenAreTheFirst()
        case .learningIsReplaced: try bench.learningIsReplaced()
        case .tiersAreOfTheLastRotation: try bench.tiersAreOfTheLastRotation()
        case .unfinishedIsLookedThroughByRange: try bench.unfinishedIsLookedThroughByRange()
        case .outcomesAreLookedThroughByRange: try bench.outcomesAreLookedThroughByRange()
        case .usedCausesAreCounted: try bench.usedCausesAreCounted()
        case .handledExceptionsAreThoseThatPeopleChanged: try bench.handledExceptionsAreThoseThatPeopleChanged()
        case .detectionsAreCounted: try bench.detectionsAreCounted()
        case .listsAreReadInParts: try bench.listsAreReadInParts()
        case .listingsAreRankedOnce: try bench.listingsAreRankedOnce()
        case .publishedRotationsAreListed: try bench.publishedRotationsAreListed()
        case .historiesAreThoseOfEachAlone: try bench.historiesAreThoseOfEachAlone()
        case .notesStandApartFromTheJournal: try bench.notesStandApartFromTheJournal()
        case .textsWithNULAreKeptWhole: try bench.textsWithNULAreKeptWhole()
        case .changesAreUndoneOneByOne: try bench.changesAreUndoneOneByOne()
        case .whatWasBuiltOnIsNotUndone: try bench.whatWasBuiltOnIsNotUndone()
        case .addedExceptionsCountAtOnce: try bench.addedExceptionsCountAtOnce()
        case .oneProblemIsAddedOnce: try bench.oneProblemIsAddedOnce()
        case .rotationGivesWayToWhatWasAdded: try bench.rotationGivesWayToWhatWasAdded()
        case .snoozedRowsAreListed: try bench.snoozedRowsAreListed()
        case .proposalsCountOncePublished: try bench.proposalsCountOncePublished()
        case .unpublishedProposalsAreSwept: try bench.unpublishedProposalsAreSwept()
        case .changesAreSettledTogetherOrNotAtAll: try bench.changesAreSettledTogetherOrNotAtAll()
        case .rotationGivesWayToADecision: try bench.rotationGivesWayToADecision()
        case .casesReturnAsTheyWere: try bench.casesReturnAsTheyWere()
        case .caseChangesNeedTheirVersion: try bench.caseChangesNeedTheirVersion()
        case .manyActsAreEachWholeOrLate: try bench.manyActsAreEachWholeOrLate()
        case .identitiesBelongToOneParty: try bench.identitiesBelongToOneParty()
        case .casesAreSortedFilteredAndPaged: try bench.casesAreSortedFilteredAndPaged()
        case .actsAreTakenBackOneByOne: try bench.actsAreTakenBackOneByOne()
        case .whatWasBuiltOnIsNotTakenBack: try bench.whatWasBuiltOnIsNotTakenBack()
        case .textsStandApartFromTheJournal: try bench.textsStandApartFromTheJournal()
        case .messagesHaveTheirStates: try bench.messagesHaveTheirStates()
        case .decisionsAreKeptAndSealed: try bench.decisionsAreKeptAndSealed()
        case .wordsAreFoundWhereTheyStand: try bench.wordsAreFoundWhereTheyStand()
        case .accessOfPeopleIsLogged: try bench.accessOfPeopleIsLogged()
        case .erasedTextsStayErased: try bench.erasedTextsStayErased()
        case .textsOfOneCaseAreErasedAlone: try bench.textsOfOneCaseAreErasedAlone()
        case .erasureReachesNotesAndRejects: try bench.erasureReachesNotesAndRejects()
        case .erasureReachesWordsOfSourcesAndViews: try bench.erasureReachesWordsOfSourcesAndViews()
        case .viewsAndModelsAreKept: try bench.viewsAndModelsAreKept()
        case .contactsHaveTheirStates: try bench.contactsHaveTheirStates()
        case .loopRecordsReturnAsTheyWere: try bench.loopRecordsReturnAsTheyWere()
        case .loopRecordsAreKeptTogetherOrNotAtAll: try bench.loopRecordsAreKeptTogetherOrNotAtAll()
        case .loopRecordsAreFoundByWorkflowAndState: try bench.loopRecordsAreFoundByWorkflowAndState()
        case .decisionsShareTheirNumbers: try bench.decisionsShareTheirNumbers()
        case .keptKnobsOutliveARotation: try bench.keptKnobsOutliveARotation()
        case .simulationsAreSaidBeforeAnythingElse: try bench.simulationsAreSaidBeforeAnythingElse()
        case .subscriptionsReturnAsTheyWere: try bench.subscriptionsReturnAsTheyWere()
        case .subscriptionChangesNeedTheirVersion: try bench.subscriptionChangesNeedTheirVersion()
        case .removedSubscriptionsLeaveNothingBehind: try bench.removedSubscriptionsLeaveNothingBehind()
        case .deliveriesAreTakenWithTheirCursor: try bench.deliveriesAreTakenWithTheirCursor()
        case .attemptsAreKept: try bench.attemptsAreKept()
        case .deliveriesWaitAgain: try bench.deliveriesWaitAgain()
        case .peopleReturnAsTheyWere: try bench.peopleReturnAsTheyWere()
        case .peopleAreKeptOneChangeAtATime: try bench.peopleAreKeptOneChangeAtATime()
        case .somebodyIsLeftInARole: try bench.somebodyIsLeftInARole()
        case .signInsEndWithWhatTheyStoodOn: try bench.signInsEndWithWhatTheyStoodOn()
        case .tokensAreKeptAndForgotten: try bench.tokensAreKeptAndForgotten()
        case .invitationsAreUsedOnce: try bench.invitationsAreUsedOnce()
        case .peoplesTracesAreSwept: try bench.peoplesTracesAreSwept()
        case .requestsAreBegunOnce: try bench.requestsAreBegunOnce()
        case .answersOfRequestsAreKept: try bench.answersOfRequestsAreKept()
        case .journalAgreesWithItself: try bench.journalAgreesWithItself()
        case .journalNoticesUnjournalledStates: try bench.journalNoticesUnjournalledStates()
        case .historyIsInOrder: try bench.historyIsInOrder()
        case .openingOfNeighboursIsInTheHistoryOfEach: try bench.openingOfNeighboursIsInTheHistoryOfEach()
        case .journalIsReadOnInWholeEntries: try bench.journalIsReadOnInWholeEntries()
        case .reopenedStoreHasEverything: try bench.reopenedStoreHasEverything()
        }
    }
}
