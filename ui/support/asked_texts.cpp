#include "ui/support/asked_texts.h"

#include <QCoreApplication>

namespace rbm {

std::size_t qHash(const AskedText &text, std::size_t seed) {
    return qHashMulti(seed, text.context, text.source, text.comment);
}

AskedTexts &AskedTexts::ofProgram() {
    static auto *const kOne = new AskedTexts(QCoreApplication::instance());
    return *kOne;
}

void AskedTexts::listen() {
    QCoreApplication::removeTranslator(this);
    QCoreApplication::installTranslator(this); // the last one is asked first
}

std::vector<AskedText> AskedTexts::all() const {
    const std::lock_guard lock(m_mutex);
    return {m_asked.keyBegin(), m_asked.keyEnd()};
}

QString AskedTexts::translate(const char *context, const char *source, const char *comment,
                              int number) const {
    if (number < 0) {
        const std::lock_guard lock(m_mutex);
        m_asked.insert({context, source, comment}, true);
    }
    return {};
}

} // namespace rbm
