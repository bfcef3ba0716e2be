// Apart from the rest of language.h, so that who reads resources needs no translator.
#include "ui/support/language.h"

#include <QCoreApplication>

namespace rbm {

QString resourceText(const QString &file, const QString &english) {
    return english.isEmpty() ? english
                             : QCoreApplication::translate(file.toUtf8().constData(),
                                                           english.toUtf8().constData());
}

} // namespace rbm
