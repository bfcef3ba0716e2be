#pragma once

#include <QByteArray>
#include <QString>

#include <map>

namespace rbm {

/// What a part of the window is, and what to try with it.
struct Explanation {
    QString title;
    QString text;   ///< two sentences
    QString lesson; ///< id of the lesson that goes deeper; empty: none

    /// Its title and text in the language that is spoken.
    QString shownTitle() const;
    QString shownText() const;
};

/// By object name.
using Explanations = std::map<QString, Explanation>;

/// Those of resources/explanations.json. Throws Error where it is damaged.
const Explanations &explanations();

/// The explanation of this object name; null where it has none. Names that differ by the
/// number at their end alone, as the buttons of the ten digits, share one.
const Explanation *explanationOf(const QString &name);

/// Reads the content of such a file. Throws Error where it is not one, and where an entry has
/// a member that nobody knows.
Explanations readExplanations(const QByteArray &json);

} // namespace rbm
