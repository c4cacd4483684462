extension StarterPhrases {
    static let french: KeyValuePairs = [
        "where-is-my-order": """
        Où est mon colis ?
        Ma commande n'est pas encore arrivée.
        Quand serai-je livré ?
        Le suivi ne bouge plus depuis des jours.
        Ma commande est-elle déjà expédiée ?
        """,
        "not-received": """
        Le suivi indique livré, mais je n'ai rien.
        Le colis serait devant ma porte, il n'y a rien.
        Les voisins n'ont pas mon colis non plus.
        Quelqu'un a signé à ma place.
        Marqué comme livré et jamais reçu.
        """,
        "change-address": """
        Je voudrais changer l'adresse de livraison.
        Je me suis trompé de numéro de rue.
        J'ai déménagé, envoyez à la nouvelle adresse.
        Le colis peut-il aller à mon bureau ?
        Le code postal de la commande est faux.
        """,
        "cancel-order": """
        Je veux annuler ma commande.
        Ne l'envoyez pas, je n'en ai plus besoin.
        Commandé par erreur, annulez s'il vous plaît.
        J'ai commandé deux fois, annulez-en une.
        Puis-je annuler avant l'expédition ?
        """,
        "return-item": """
        Je veux retourner cet article.
        Comment le renvoyer ?
        Où trouver l'étiquette de retour ?
        Il ne me va pas, je veux le renvoyer.
        Merci de lancer un retour.
        """,
        "refund": """
        Où est mon remboursement ?
        Merci de rembourser ma commande.
        Je l'ai renvoyé et n'ai rien reçu.
        Quand serai-je remboursé ?
        Le remboursement est trop faible.
        """,
        "damaged-item": """
        L'article est arrivé cassé.
        Il est fêlé.
        Il ne s'allume pas.
        Il y a des rayures partout.
        Il ne marche plus après un jour.
        """,
        "wrong-item": """
        Vous avez envoyé le mauvais article.
        J'ai commandé bleu et reçu rouge.
        Ce n'est pas ce que j'ai acheté.
        Il manque une pièce dans le colis.
        La taille n'est pas celle commandée.
        """,
        "product-question": """
        Quelles sont les dimensions ?
        Est-ce compatible avec mon téléphone ?
        En quelle matière est-ce ?
        Y a-t-il une notice ?
        Quelles piles faut-il ?
        """,
        "stock-question": """
        Est-ce en stock ?
        Quand sera-t-il de nouveau disponible ?
        L'avez-vous en taille 42 ?
        C'est épuisé, quand revient-il ?
        Le vendez-vous aussi en noir ?
        """,
        "invoice": """
        Il me faut une facture pour ma commande.
        La facture au nom de la société, s'il vous plaît.
        Où télécharger le reçu ?
        Le numéro de TVA manque sur la facture.
        Le nom sur la facture est faux.
        """,
        "account-access": """
        Je n'arrive pas à me connecter.
        J'ai oublié mon mot de passe.
        Le code de connexion n'arrive pas.
        Réinitialisez mon mot de passe.
        La page de connexion affiche une erreur.
        """,
        "listing-suppressed": """
        Mon annonce a été supprimée de la recherche.
        Le produit n'apparaît plus dans les résultats.
        Pourquoi mon annonce est-elle inactive ?
        Il manquerait des informations dans mon annonce.
        L'image est refusée et l'annonce masquée.
        """,
        "edit-listing": """
        Je veux changer le titre de mon annonce.
        Comment ajouter des photos à la fiche produit ?
        La description de la fiche n'est pas la nôtre.
        Merci de fusionner ces deux fiches produit.
        La variante est liée au mauvais produit.
        """,
        "account-suspended": """
        Mon compte vendeur a été suspendu.
        Pourquoi mon compte est-il désactivé ?
        Je conteste la suspension.
        Mon compte est en examen depuis deux semaines.
        Réactivez mon compte, s'il vous plaît.
        """,
        "payout": """
        Mon versement n'est pas arrivé.
        Quand serai-je payé ?
        Le virement a échoué.
        Pourquoi retenez-vous mon solde ?
        Le montant du versement est faux.
        """,
        "fees": """
        Pourquoi ces frais ?
        La commission est trop élevée.
        Combien coûte le stockage par mois ?
        Vous avez facturé la mauvaise taille.
        Expliquez les frais de cette commande.
        """,
        "reimbursement": """
        Vous avez perdu mon stock, merci de l'indemniser.
        Des unités ont été abîmées dans votre entrepôt.
        Dix unités manquent et personne n'a payé.
        Je veux déclarer un stock perdu.
        Ma demande d'indemnisation a été refusée.
        """,
        "inbound-shipment": """
        Mon envoi vers l'entrepôt est bloqué à la réception.
        L'entrepôt a compté moins d'unités que nous.
        Quand mon envoi entrant sera-t-il enregistré ?
        Je ne peux pas créer d'envoi vers l'entrepôt.
        Les étiquettes des cartons ne s'impriment pas.
        """,
        "unfair-review": """
        Un concurrent écrit de faux avis.
        Supprimez cet avis injuste.
        L'avis concerne un autre produit.
        L'acheteur menace d'un mauvais avis.
        Comment signaler un avis ?
        """,
    ]
}
