#include "ui/window/column_width.h"

#include <QEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>

#include <algorithm>

namespace rbm {

namespace {

class ColumnWidth : public QObject {
public:
    ColumnWidth(QScrollArea *scroll, QWidget *sized, int margin, int least)
        : QObject(scroll), m_scroll(scroll), m_sized(sized), m_margin(margin), m_least(least) {
        scroll->widget()->installEventFilter(this);
        // Later: the range changes in the middle of a layout, which goes on with the old width.
        connect(scroll->verticalScrollBar(), &QScrollBar::rangeChanged, this,
                [this] { QTimer::singleShot(0, this, [this] { fit(); }); });
        fit();
    }

    bool eventFilter(QObject *watched, QEvent *event) override {
        if (event->type() == QEvent::LayoutRequest)
            fit();
        return QObject::eventFilter(watched, event);
    }

private:
    void fit() {
        const QScrollBar *bar = m_scroll->verticalScrollBar();
        const int beside = bar->maximum() > 0 ? bar->sizeHint().width() : 0;
        const int content = m_scroll->widget()->minimumSizeHint().width() + m_margin;
        const int least = m_sized == m_scroll ? m_least + beside : m_least;
        m_sized->setFixedWidth(std::max(least, content + beside));
    }

    QScrollArea *m_scroll;
    QWidget *m_sized;
    int m_margin;
    int m_least;
};

} // namespace

void keepColumnWidth(QScrollArea *scroll, int least) { new ColumnWidth(scroll, scroll, 0, least); }

void keepColumnWidth(QScrollArea *scroll, QWidget *around, int margin, int least) {
    new ColumnWidth(scroll, around, margin, least);
}

} // namespace rbm
