#include "ui/widgets/retranslate.h"

#include <QEvent>
#include <QWidget>

#include <utility>

namespace rbm {

namespace {

class LanguageWatch : public QObject {
public:
    LanguageWatch(QWidget *widget, std::function<void()> show)
        : QObject(widget), m_show(std::move(show)) {
        widget->installEventFilter(this);
    }

    bool eventFilter(QObject *watched, QEvent *event) override {
        if (event->type() == QEvent::LanguageChange)
            m_show();
        return QObject::eventFilter(watched, event);
    }

private:
    std::function<void()> m_show;
};

} // namespace

void whenLanguageChanges(QWidget *widget, std::function<void()> show) {
    show();
    new LanguageWatch(widget, std::move(show));
}

} // namespace rbm
