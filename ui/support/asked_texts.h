#pragma once

#include <QByteArray>
#include <QHash>
#include <QTranslator>

#include <mutex>
#include <vector>

namespace rbm {

/// By what a translation is looked up.
struct AskedText {
    QByteArray context;
    QByteArray source;
    QByteArray comment; ///< tells apart what reads the same in English

    bool operator==(const AskedText &) const = default;
};

std::size_t qHash(const AskedText &text, std::size_t seed = 0);

/// Hears every question for a translation and answers none: so a text that stands in a window
/// can be asked for anew once the language is another. Any thread may ask.
class AskedTexts : public QTranslator {
    Q_OBJECT
public:
    using QTranslator::QTranslator;

    /// The one of this program, made with the first call. Needs a QCoreApplication.
    static AskedTexts &ofProgram();
    /// Puts it before the other translators, where it hears all. Call it after these change.
    void listen();

    /// Each once. Those with a number in them (%n) are left out: they stand nowhere as they are.
    std::vector<AskedText> all() const;

    QString translate(const char *context, const char *source, const char *comment,
                      int number) const override;

private:
    mutable std::mutex m_mutex;
    mutable QHash<AskedText, bool> m_asked;
};

} // namespace rbm
